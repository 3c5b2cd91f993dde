package org.leadscore.report.earlier;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.IdSpelling;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Guards;
import org.leadscore.lead.Text;
import org.leadscore.report.table.CsvForm;
import org.leadscore.rules.made.CellRules;
import org.leadscore.rules.made.MadeCells;

/** Reads the file of the leads who objected. No row is passed over, as one that cannot be read might be of any lead. */
public final class ObjectionsCsv {

    private static final String REMEDY = "mend the line: as long as it is not known who objected, nobody is scored";

    /** A byte order mark, as it stands where files were put behind each other. */
    private static final String MARK = "\uFEFF";

    private ObjectionsCsv() {}

    /**
     * Reads the objections in the order of the file; an id with a guard against formulas also without it.
     *
     * @param columns whose values, stripped and joined by a blank, make an id; each value of a single one that has several is
     *     an objection
     * @param rules by which columns are made
     * @throws InputException when a column is missing, or a row is broken or has no id
     */
    public static List<Objections.Row> read(Input input, List<String> columns, CellRules rules) {
        List<Objections.Row> rows = new ArrayList<>();
        read(input, columns, rules, (line, ids) -> rows.add(new Objections.Row(ids, input.name() + ":" + line)));
        return rows;
    }

    /**
     * The lines of the file in which some leads stand, from 1.
     *
     * @param columns as for {@link #read}
     * @param rules by which columns are made
     * @param isAsked true for the ids of these leads
     * @throws InputException as {@link #read} does
     */
    public static List<Long> lines(Input input, List<String> columns, CellRules rules, Predicate<String> isAsked) {
        List<Long> lines = new ArrayList<>();
        read(input, columns, rules, (line, ids) -> {
            if (ids.stream().anyMatch(isAsked)) {
                lines.add(line);
            }
        });
        return lines.stream().distinct().toList();
    }

    /** @param rows takes the line and the id of each objection, with the guard that it may have and without */
    private static void read(Input input, List<String> columns, CellRules rules, BiConsumer<Long, List<String>> rows) {
        KeptTable table = new KeptTable(input, REMEDY);
        MadeCells made = new MadeCells(rules, input.name());
        List<String> needed = columns.stream()
                .map(made::inFile)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        table.read(needed, List.of(), CsvForm.PLAIN.delimiter(), (line, cells) -> {
            List<String> texts = cells.stream()
                    .map(cell -> Text.strip(withoutMarksAround(cell)))
                    .toList();
            List<String> found = ids(columns, made, name -> texts.get(needed.indexOf(name)));
            if (found == null) {
                throw table.broken(line, "the lead stands in JSON, and the cell is none");
            }
            if (found.stream().anyMatch(id -> id.contains(MARK))) {
                throw table.broken(line, "a byte order mark within the id of the lead");
            }
            List<String> bare = ids(columns, made, name -> Guards.takenOff(texts.get(needed.indexOf(name))));
            List<String> unguarded = bare == null || bare.size() != found.size() ? found : bare; // as sources have it
            if (found.isEmpty()
                    || Stream.concat(found.stream(), unguarded.stream()).anyMatch(IdSpelling::isBlank)) {
                throw table.broken(line, "the id of the lead is blank");
            }
            for (int i = 0; i < found.size(); i++) {
                rows.accept(line, List.of(found.get(i), unguarded.get(i)));
            }
        });
    }

    private static String withoutMarksAround(String cell) {
        String text = cell.startsWith(MARK) ? cell.substring(1) : cell;
        return text.endsWith(MARK) ? text.substring(0, text.length() - 1) : text;
    }

    private static @Nullable List<String> ids(List<String> columns, MadeCells made, UnaryOperator<String> cells) {
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            List<String> values = made.values(column, cells);
            if (values == null) {
                return null;
            }
            if (columns.size() == 1) {
                return values.stream().map(Text::strip).toList();
            }
            parts.add(joined(values.stream().map(Text::strip)));
        }
        String id = joined(parts.stream());
        return id.isEmpty() ? List.of() : List.of(id);
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(joining(" "));
    }
}
