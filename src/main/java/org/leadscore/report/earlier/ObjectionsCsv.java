package org.leadscore.report.earlier;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
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
     * @throws InputException when a column is missing, or a row is broken or has no id
     */
    public static List<String> read(Input input, List<String> columns) {
        List<String> ids = new ArrayList<>();
        read(input, columns, (line, id) -> ids.add(id));
        return ids.stream().distinct().toList();
    }

    /**
     * The lines of the file in which some leads stand, from 1.
     *
     * @param isAsked true for the ids of these leads
     * @throws InputException as {@link #read} does
     */
    public static List<Long> lines(Input input, List<String> columns, Predicate<String> isAsked) {
        List<Long> lines = new ArrayList<>();
        read(input, columns, (line, id) -> {
            if (isAsked.test(id)) {
                lines.add(line);
            }
        });
        return lines.stream().distinct().toList();
    }

    private static void read(Input input, List<String> columns, BiConsumer<Long, String> ids) {
        KeptTable table = new KeptTable(input, REMEDY);
        table.read(columns, List.of(), CsvForm.PLAIN.delimiter(), (line, cells) -> {
            List<String> parts = cells.stream()
                    .map(cell -> Text.strip(cell.startsWith(MARK) ? cell.substring(1) : cell))
                    .toList();
            String id = joined(parts.stream());
            if (id.isEmpty()) {
                throw table.broken(line, "the id of the lead is blank");
            }
            if (id.contains(MARK)) {
                throw table.broken(line, "a byte order mark within the id of the lead");
            }
            ids.accept(line, id);
            ids.accept(
                    line,
                    joined(parts.stream().map(Guards::takenOff))); // as the sources have it, unless they keep guards
        });
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(joining(" "));
    }
}
