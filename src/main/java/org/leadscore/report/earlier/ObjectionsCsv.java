package org.leadscore.report.earlier;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.leadscore.engine.leads.IdSpelling;
import org.leadscore.engine.leads.Objections;
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
     * Reads the objections in the order of the file; an id with a guard against formulas also without it.
     *
     * @param columns whose values, stripped and joined by a blank, make an id
     * @throws InputException when a column is missing, or a row is broken or has no id
     */
    public static List<Objections.Row> read(Input input, List<String> columns) {
        List<Objections.Row> rows = new ArrayList<>();
        read(input, columns, (line, ids) -> rows.add(new Objections.Row(ids, input.name() + ":" + line)));
        return rows;
    }

    /**
     * The lines of the file in which some leads stand, from 1.
     *
     * @param isAsked true for the ids of these leads
     * @throws InputException as {@link #read} does
     */
    public static List<Long> lines(Input input, List<String> columns, Predicate<String> isAsked) {
        List<Long> lines = new ArrayList<>();
        read(input, columns, (line, ids) -> {
            if (ids.stream().anyMatch(isAsked)) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static void read(Input input, List<String> columns, BiConsumer<Long, List<String>> rows) {
        KeptTable table = new KeptTable(input, REMEDY);
        table.read(columns, List.of(), CsvForm.PLAIN.delimiter(), (line, cells) -> {
            List<String> parts = cells.stream()
                    .map(cell -> Text.strip(withoutMarksAround(cell)))
                    .toList();
            String id = joined(parts.stream());
            if (id.isEmpty()) {
                throw table.broken(line, "the id of the lead is blank");
            }
            if (id.contains(MARK)) {
                throw table.broken(line, "a byte order mark within the id of the lead");
            }
            String unguarded = joined(parts.stream().map(Guards::takenOff)); // as sources have it that keep no guards
            if (IdSpelling.isBlank(id) || IdSpelling.isBlank(unguarded)) {
                throw table.broken(line, "the id of the lead is blank");
            }
            rows.accept(
                    line,
                    Stream.concat(Stream.of(id, unguarded), IdSpelling.addresses(unguarded).stream())
                            .toList());
        });
    }

    private static String withoutMarksAround(String cell) {
        String text = cell.startsWith(MARK) ? cell.substring(1) : cell;
        return text.endsWith(MARK) ? text.substring(0, text.length() - 1) : text;
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(joining(" "));
    }
}
