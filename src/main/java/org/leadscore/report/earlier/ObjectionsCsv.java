package org.leadscore.report.earlier;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Guards;
import org.leadscore.lead.Text;
import org.leadscore.report.table.CsvForm;

/** Reads the file of the leads who objected. No row is passed over, as one that cannot be read might be of any lead. */
public final class ObjectionsCsv {

    private static final String REMEDY = "mend the line: as long as it is not known who objected, nobody is scored";

    /** A byte order mark, as it stands where files were put behind each other. */
    private static final String MARK = "\uFEFF";

    private ObjectionsCsv() {}

    /**
     * Reads the ids in the order of the file; an id with a guard against formulas also without it.
     *
     * @param columns whose values, stripped and joined by a blank, make an id
     * @param takesFirst true when the first of these values that is not blank is the id
     * @throws InputException when a column is missing, or a row is broken or has no id
     */
    public static List<String> read(Input input, List<String> columns, boolean takesFirst) {
        List<String> ids = new ArrayList<>();
        KeptTable table = new KeptTable(input, REMEDY);
        table.read(columns, List.of(), CsvForm.PLAIN.delimiter(), (line, cells) -> {
            List<String> parts = cells.stream()
                    .map(cell -> Text.strip(cell.startsWith(MARK) ? cell.substring(1) : cell))
                    .filter(part -> !part.isEmpty())
                    .limit(takesFirst ? 1 : columns.size())
                    .toList();
            String id = joined(parts.stream());
            if (id.isEmpty()) {
                throw table.broken(line, "the id of the lead is blank");
            }
            if (id.contains(MARK)) {
                throw table.broken(line, "a byte order mark within the id of the lead");
            }
            ids.add(id);
            ids.add(joined(parts.stream().map(Guards::takenOff))); // as the sources have it, unless they keep guards
        });
        return ids.stream().distinct().toList();
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(joining(" "));
    }
}
