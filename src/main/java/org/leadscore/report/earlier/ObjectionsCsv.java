package org.leadscore.report.earlier;

import static java.util.stream.Collectors.joining;

import java.time.ZoneOffset;
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
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.report.table.CsvForm;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.made.MadeCells;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.LeaveOut;
import org.leadscore.rules.source.ObjectionSource;

/** Reads the file of the leads who objected. No row is passed over, as one that cannot be read might be of any lead. */
public final class ObjectionsCsv {

    private static final String REMEDY = "mend the line: as long as it is not known who objected, nobody is scored";

    /** A byte order mark, as it stands where files were put behind each other. */
    private static final String MARK = "\uFEFF";

    private ObjectionsCsv() {}

    /**
     * Reads the objections in the order of the file; an id with a guard against formulas also without it.
     *
     * @param source says whose values make an id: those of all columns, stripped and joined by a blank, or of the first that is
     *     filled; each value of a single one that has several is an objection
     * @throws InputException when a column is missing, or a row is broken or has no id
     */
    public static List<Objections.Row> read(Input input, ObjectionSource source) {
        List<Objections.Row> rows = new ArrayList<>();
        read(input, source, (line, ids) -> rows.add(new Objections.Row(ids, input.name() + ":" + line)));
        return rows;
    }

    /**
     * The lines of the file in which some leads stand, from 1.
     *
     * @param source as for {@link #read}
     * @param isAsked true for the ids of these leads
     * @throws InputException as {@link #read} does
     */
    public static List<Long> lines(Input input, ObjectionSource source, Predicate<String> isAsked) {
        List<Long> lines = new ArrayList<>();
        read(input, source, (line, ids) -> {
            if (ids.stream().anyMatch(isAsked)) {
                lines.add(line);
            }
        });
        return lines.stream().distinct().toList();
    }

    /** @param rows takes the line and the id of each objection, with the guard that it may have and without */
    private static void read(Input input, ObjectionSource source, BiConsumer<Long, List<String>> rows) {
        KeptTable table = new KeptTable(input, REMEDY);
        MadeCells made = new MadeCells(source.cells(), input.name());
        LeaveOut leaveOut = source.leaveOut();
        Stream<Field> leftOutBy = leaveOut == null ? Stream.of() : leaveOut.columns().stream();
        Predicate<UnaryOperator<String>> isLeftOut = leaveOut == null ? row -> false : leftOut(leaveOut, source, made);
        List<String> needed = Stream.concat(source.lead().columns().fields().stream(), leftOutBy)
                .map(field -> made.inFile(field.name()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        table.read(needed, List.of(), CsvForm.PLAIN.delimiter(), (line, cells) -> {
            List<String> texts = cells.stream()
                    .map(cell -> Text.strip(withoutMarksAround(cell)))
                    .toList();
            if (isLeftOut.test(name -> Guards.takenOff(texts.get(needed.indexOf(name))))) {
                return;
            }
            List<String> found = ids(source.lead(), made, name -> texts.get(needed.indexOf(name)));
            if (found == null) {
                throw table.broken(line, "the lead stands in JSON, and the cell is none");
            }
            if (found.stream().anyMatch(id -> id.contains(MARK))) {
                throw table.broken(line, "a byte order mark within the id of the lead");
            }
            List<String> bare = ids(source.lead(), made, name -> Guards.takenOff(texts.get(needed.indexOf(name))));
            List<String> unguarded = bare == null || bare.size() != found.size() ? found : bare; // as sources have it
            if (found.isEmpty()
                    || Stream.concat(found.stream(), unguarded.stream()).anyMatch(IdSpelling::isBlank)) {
                throw table.broken(line, "the id of the lead is blank");
            }
            for (int i = 0; i < found.size(); i++) {
                Stream<String> written = Stream.of(found.get(i), unguarded.get(i));
                rows.accept(
                        line,
                        Stream.concat(written, IdSpelling.addresses(unguarded.get(i)).stream())
                                .toList());
            }
        });
    }

    /** Tells of which rows the condition holds, by the texts of the columns of the file. */
    private static Predicate<UnaryOperator<String>> leftOut(LeaveOut leaveOut, ObjectionSource source, MadeCells made) {
        TimeFormat times = TimeFormat.iso(new ZoneDays(ZoneOffset.UTC));
        return leaveOut.over(
                is -> {
                    String column = is.field().name();
                    Reading reading = new Reading(
                            source.cells().numbers(column),
                            times,
                            0,
                            source.cells().split(column));
                    return row -> is.test().holdsFor(values(made, column, row), reading);
                },
                field -> row -> !values(made, field.name(), row).isEmpty(),
                columns -> row -> true);
    }

    private static List<String> values(MadeCells made, String column, UnaryOperator<String> row) {
        List<String> values = made.values(column, row);
        return values == null ? List.of() : values;
    }

    private static String withoutMarksAround(String cell) {
        String text = cell.startsWith(MARK) ? cell.substring(1) : cell;
        return text.endsWith(MARK) ? text.substring(0, text.length() - 1) : text;
    }

    private static @Nullable List<String> ids(LeadKey.Named key, MadeCells made, UnaryOperator<String> cells) {
        List<String> parts = new ArrayList<>();
        List<Field> columns = key.columns().fields();
        for (Field column : columns) {
            List<String> values = made.values(column.name(), cells);
            if (values == null) {
                return null;
            }
            if (columns.size() == 1 || key.takesFirst() && !values.isEmpty()) {
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
