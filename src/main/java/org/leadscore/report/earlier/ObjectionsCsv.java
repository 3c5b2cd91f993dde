package org.leadscore.report.earlier;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.ingest.input.Input;
import org.leadscore.lead.Text;
import org.leadscore.report.table.CsvForm;

/** Reads the file of the leads who objected. No row is passed over, as one that cannot be read might be of any lead. */
public final class ObjectionsCsv {

    private static final String REMEDY = "mend the line: as long as it is not known who objected, nobody is scored";

    private ObjectionsCsv() {}

    /**
     * Reads the ids in the order of the file.
     *
     * @param columns whose values, stripped and joined by a blank, make an id
     * @throws InputException when a column is missing, or a row is broken or has no id
     */
    public static List<String> read(Input input, List<String> columns) {
        List<String> ids = new ArrayList<>();
        KeptTable table = new KeptTable(input, REMEDY);
        table.read(columns, List.of(), CsvForm.PLAIN.delimiter(), (line, cells) -> {
            String id = String.join(
                    " ",
                    cells.stream()
                            .map(Text::strip)
                            .filter(cell -> !cell.isEmpty())
                            .toList());
            if (id.isEmpty()) {
                throw table.broken(line, "the id of the lead is blank");
            }
            ids.add(id);
        });
        return ids;
    }
}
