package org.leadscore.engine.leads;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Oddity;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.table.ChunkReader;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.Text;
import org.leadscore.problem.Excerpt;
import org.leadscore.problem.InputException;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.made.Several;
import org.leadscore.rules.source.ObjectionSource;

/**
 * Reads files of leads who objected. They are tables as those of other sources are, but no row is passed over: one that cannot
 * be read might be of any lead. Made by whoever opens the files; its {@link #objections} are taken by the engine.
 */
public final class ObjectionReader {

    /** The name of the list in the rule file, and in messages about its rows. */
    private static final String SOURCE = "suppress";

    private static final String REMEDY = "mend the line: as long as it is not known who objected, nobody is scored";
    private static final char MARK = '\uFEFF'; // as it stands where files were put behind each other

    private final ObjectionSource source;
    private final List<Objections.Row> rows = new ArrayList<>();
    private final Oddities oddities = new Oddities();

    /**
     * Makes a reader that has read nothing yet.
     *
     * @param source says whose values make an id: those of all columns, stripped and joined by a blank, or of the first that is
     *     filled; each value of a single one that has several is an objection
     */
    public ObjectionReader(ObjectionSource source) {
        this.source = source;
    }

    /**
     * Reads the next file, in its order.
     *
     * @throws InputException when a column is missing, or a row cannot be read or has no id
     */
    public void read(Input input) {
        oddities.add(read(
                input,
                (line, id) -> rows.add(new Objections.Row(
                        Stream.concat(Stream.of(id), IdSpelling.addresses(id).stream())
                                .toList(),
                        input.name() + ":" + line))));
    }

    /** The objections of all files that were read. */
    public Objections objections() {
        return Objections.ofRows(source.lead().exact(), rows).withOddities(Oddity.of(SOURCE, oddities));
    }

    /**
     * The lines of a file in which some leads stand, from 1.
     *
     * @param isAsked true for the ids of these leads
     * @throws InputException as {@link #read(Input)} does
     */
    public List<Long> lines(Input input, Predicate<String> isAsked) {
        List<Long> lines = new ArrayList<>();
        read(input, (line, id) -> {
            if (Stream.concat(Stream.of(id), IdSpelling.addresses(id).stream()).anyMatch(isAsked)) {
                lines.add(line);
            }
        });
        return lines.stream().distinct().toList();
    }

    /** Takes the ids of a file. */
    @FunctionalInterface
    private interface Ids {
        /** Takes an id, and the line in which its row begins, from 1. */
        void take(long line, String id);
    }

    /**
     * The ids of one row, or what is wrong with it.
     *
     * @param trouble null where nothing is
     */
    private record Found(List<String> ids, @Nullable String trouble) {}

    private Oddities read(Input input, Ids taker) {
        try (Table table = Table.open(input, source.dialect(), Table.CHUNK)) {
            List<Field> fields = source.lead().columns().fields();
            int[] columns = fields.stream()
                    .mapToInt(field -> table.require(field.name()))
                    .toArray();
            source.dialect().leaveOutColumns().forEach(field -> table.require(field.name()));
            table.expect(columns);
            if (input.endsUnfinished()) {
                table.leaveUnfinished();
            }
            Map<Long, Found> found = new TreeMap<>();
            ChunkReader reader = new ChunkReader(table);
            for (Chunk chunk = table.next(); chunk != null; chunk = table.next()) {
                reader.read(chunk, row -> found.put(row.position(), found(row, columns)));
            }
            List<Reject> rejects = table.finish().rejects();
            refuse(table, found, rejects);
            found.forEach((position, row) -> row.ids().forEach(id -> taker.take(table.lineOf(position), id)));
            return table.oddities();
        }
    }

    /** Refuses the first row that is broken, or was taken for a title or a footer. */
    private static void refuse(Table table, Map<Long, Found> found, List<Reject> rejects) {
        for (Map.Entry<Long, Found> row : found.entrySet()) {
            String trouble = row.getValue().trouble();
            long line = table.lineOf(row.getKey());
            if (trouble != null && (rejects.isEmpty() || line < rejects.get(0).line())) {
                throw new InputException(table.name() + ":" + line + ":1: " + Excerpt.of(trouble) + "; " + REMEDY);
            }
        }
        if (!rejects.isEmpty()) {
            String reason = rejects.get(0).message();
            throw new InputException(reason + (reason.endsWith("?") ? " Or else " : "; ") + REMEDY);
        }
        if (table.oddities().count(Oddities.Kind.LIKE_ROW_ABOVE) > 0) {
            throw new InputException(table.oddities().first(Oddities.Kind.LIKE_ROW_ABOVE)
                    + ": this line above the header may be an objection; " + REMEDY
                    + ". If it is a title, pass over it with skip");
        }
        if (table.oddities().count(Oddities.Kind.FOOTER) > 0) {
            throw new InputException(table.oddities().first(Oddities.Kind.FOOTER)
                    + ": the row has another number of fields than the header; " + REMEDY
                    + ". If it is no objection, name it by leave-out");
        }
    }

    private Found found(Row row, int[] columns) {
        List<String> ids = ids(row, columns);
        if (ids.stream().anyMatch(id -> id.indexOf(MARK) >= 0)) {
            return new Found(List.of(), "a byte order mark within the id of the lead");
        }
        boolean isBlank = ids.isEmpty() || ids.stream().anyMatch(IdSpelling::isBlank);
        return isBlank ? new Found(List.of(), "the id of the lead is blank") : new Found(ids, null);
    }

    /** The ids of a row: of a single column, or of the first that is filled, each of its values; else the values of all, joined. */
    private List<String> ids(Row row, int[] columns) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            String name = source.lead().columns().fields().get(i).name();
            List<String> values = values(row.text(columns[i]), source.dialect().split(name));
            if (columns.length == 1 || source.lead().takesFirst() && !values.isEmpty()) {
                return values;
            }
            parts.add(joined(values));
        }
        String id = joined(parts);
        return id.isEmpty() ? List.of() : List.of(id);
    }

    private static List<String> values(String cell, @Nullable String split) {
        String text = cell;
        if (!text.isEmpty() && text.charAt(text.length() - 1) == MARK) {
            text = text.substring(0, text.length() - 1); // of the file behind, whose line was put behind this one
        }
        return Several.values(text, split).stream().map(Text::strip).toList();
    }

    private static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(joining(" "));
    }
}
