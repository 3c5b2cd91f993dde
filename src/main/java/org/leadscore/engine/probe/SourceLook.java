package org.leadscore.engine.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowHandler;
import org.leadscore.ingest.table.Table;
import org.leadscore.lead.SliceMap;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.problem.Place;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.made.Several;
import org.leadscore.rules.source.TimeColumns;
import org.leadscore.score.match.DecisionTable;
import org.leadscore.score.match.Questions;

/** Looks at every cell of one source. Made by {@link ExportReader}, one for each. Not thread-safe. */
final class SourceLook implements RowHandler {

    /** The cells of one column, in all files of the source. */
    private static final class Cells {

        /** The number of its field among the questions; below 0 when no rule tests it. */
        private int field = -1;

        /** True when the rule file looks at it at all. */
        private boolean isAsked;

        /** The format of the times that the source has in it; null where they stand elsewhere, or in several columns. */
        private @Nullable TimeFormat times;

        /** Its words; null where no rule compares with texts. */
        private @Nullable WordCounts words;

        private long filled;
        private long read;
        private long unknown;
    }

    /** A word whose place becomes known at the end of its file. */
    private record Found(WordCounts.Word word, long position, int column) {}

    private final String source;

    /** By field of the tests, how its values are read. */
    private final List<Reading> readings;

    /** Finds which tests a value passes. */
    private final DecisionTable tests;

    /** By field of the tests, the class of each value. */
    private final SliceMap[] classes;

    /** By name, the field of the tests in this source. */
    private final Map<String, Integer> fields = new HashMap<>();

    private final Set<String> asked;

    /** The words by number of field; null where no rule compares with texts. */
    private final List<@Nullable WordCounts> words;

    private final @Nullable TimeColumns time;

    /** Milliseconds since 1970 UTC; later events are left out. */
    private final long now;

    private final Map<String, Cells> byColumn = new LinkedHashMap<>();
    private final List<Found> found = new ArrayList<>();

    /** By column of the table at hand, its cells. */
    private Cells[] cells = {};

    /** The columns of the table at hand that make the time. */
    private int[] timeColumns = {};

    private long newest = Long.MIN_VALUE;
    private long rows;

    /**
     * A look at a source.
     *
     * @param nameOf the name that a field has in this source
     * @param readings by field of the conditions
     * @param asked names of columns that the rule file looks at, whether it tests them or not
     * @param words takes the texts of a field; answers null for a field that is compared with none
     * @param time of the events, or since when contacts are known; null for a source without times
     */
    SourceLook(
            String source,
            List<Condition> conditions,
            Function<Field, String> nameOf,
            Function<List<Field>, List<Reading>> readings,
            Set<String> asked,
            Function<Field, @Nullable WordCounts> words,
            @Nullable TimeColumns time,
            long now) {
        this.source = source;
        this.asked = asked;
        this.time = time;
        this.now = now;
        Questions questions = new Questions(conditions);
        List<Field> all = questions.fields();
        this.readings = readings.apply(all);
        this.tests = new DecisionTable(questions, this.readings);
        this.classes = new SliceMap[all.size()];
        this.words = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            int field = i;
            classes[i] = new SliceMap(value -> tests.judge(field, value));
            fields.put(nameOf.apply(all.get(i)), i);
            this.words.add(words.apply(all.get(i)));
        }
    }

    /** Turns to another table of the source. */
    void turnTo(Table table) {
        table.makeAllColumns();
        cells = table.header().stream().map(this::cells).toArray(Cells[]::new);
        timeColumns = time == null ? new int[0] : ColumnBinding.of(time.columns(), table);
    }

    private Cells cells(String name) {
        return byColumn.computeIfAbsent(name, any -> {
            Cells fresh = new Cells();
            Integer field = fields.get(name);
            fresh.isAsked = asked.contains(name) || field != null;
            List<Field> ofTime = time == null ? List.of() : time.columns().fields();
            if (time != null && ofTime.size() == 1 && ofTime.get(0).name().equals(name)) {
                fresh.times = time.format();
            }
            if (field != null) {
                fresh.field = field;
                fresh.words = words.get(field);
            }
            return fresh;
        });
    }

    @Override
    public void row(Row row) {
        rows++;
        for (int i = 0; i < cells.length; i++) {
            if (!isBlank(row, i)) {
                look(row, i, cells[i]);
            }
        }
        if (time != null) {
            long at = time.format().millis(ColumnBinding.joined(row, timeColumns));
            newest = at == TimeFormat.NONE || at > now ? newest : Math.max(newest, at);
        }
    }

    private void look(Row row, int column, Cells of) {
        of.filled++;
        if (of.field < 0) {
            of.read += of.isAsked && isTime(row, column, of.times) ? 1 : 0;
            return;
        }
        int valueClass = classes[of.field].get(row.bytes(), row.start(column), row.length(column));
        boolean known = tests.passesAny(of.field, valueClass);
        of.read += tests.lacking(of.field, valueClass).isEmpty() ? 1 : 0;
        of.unknown += known ? 0 : 1;
        if (of.words != null) {
            String split = readings.get(of.field).split();
            for (String value : Several.values(row.text(column), split)) {
                boolean isKnown = split == null ? known : tests.passesAny(of.field, tests.judge(of.field, value));
                WordCounts.Word first = of.words.add(value, isKnown, 1);
                if (first != null) {
                    found.add(new Found(first, row.position(), row.columnOf(column)));
                }
            }
        }
    }

    private static boolean isTime(Row row, int column, @Nullable TimeFormat format) {
        return format == null || format.millis(row.bytes(), row.start(column), row.length(column)) != TimeFormat.NONE;
    }

    private static boolean isBlank(Row row, int column) {
        int length = row.length(column);
        if (length == 0) {
            return true;
        }
        byte first = row.bytes()[row.start(column)];
        return first <= ' ' && Text.isBlank(row.text(column)); // of a text beyond ASCII the first byte is below 0
    }

    /** Finds the places of words that were met first in the table, which has been finished. */
    void leave(Table table) {
        found.forEach(one -> one.word().placeAt(Place.of(table.name(), table.lineOf(one.position()), one.column())));
        found.clear();
    }

    /** Number of rows that could be read. */
    long rows() {
        return rows;
    }

    /** The newest time, in milliseconds since 1970 UTC; {@link Long#MIN_VALUE} when there is none. */
    long newest() {
        return newest;
    }

    /** The columns in the order of the headers, those without a name left out. */
    List<ColumnFigures> figures() {
        List<ColumnFigures> figures = new ArrayList<>();
        byColumn.forEach((name, of) -> {
            if (!name.isEmpty()) {
                figures.add(new ColumnFigures(source, name, of.filled, of.read, of.field < 0 ? -1 : of.unknown));
            }
        });
        return figures;
    }
}
