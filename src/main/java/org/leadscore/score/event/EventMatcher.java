package org.leadscore.score.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Eight;
import org.leadscore.lead.SliceMap;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.score.count.Counter;
import org.leadscore.score.count.EventValues;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.count.RecordLayout;
import org.leadscore.score.match.DecisionTable;
import org.leadscore.score.match.Fields;
import org.leadscore.score.match.NoFields;
import org.leadscore.score.match.TextAutomaton;

/**
 * Takes the events of one log into the states of leads. Remembers what it has judged, so one matcher is to see as much of a
 * log as it can. Not thread-safe: a thread has its own; the states may be those of several.
 */
public final class EventMatcher implements EventValues {

    /** In place of an id or a class: rows have their own values. */
    private static final int NOT_CONSTANT = -1;
    /** Digits of a number that {@link #millionths} reads without an object. */
    private static final int MOST_DIGITS = 12;

    /** Words in a line of the processor's cache, on nearly all machines. */
    private static final int WORDS_IN_LINE = 8;

    /** The effect of an event in an end state of the decision table, and the values that it takes. */
    private static final class Effect {

        /** The counters that take the event. */
        final EventPlan.Watch[] watches;
        /** True when the event is a sign of life. */
        final boolean engages;
        /** By column, whether a counter tells its values apart. */
        final boolean[] wantsId;
        /** By column, whether a counter adds its values up. */
        final boolean[] wantsSum;
        /** The words of the lead's record to be touched, a multiple of {@link LeadStates#TOUCHED_AT_ONCE}. */
        final int[] places;

        Effect(List<EventPlan.Watch> watches, int columns, RecordLayout layout) {
            this.watches = watches.toArray(EventPlan.Watch[]::new);
            this.engages = watches.stream().anyMatch(EventPlan.Watch::engages);
            this.wantsId = new boolean[columns];
            this.wantsSum = new boolean[columns];
            for (EventPlan.Watch watch : watches) {
                if (watch.counter().column() != Counter.NO_COLUMN) {
                    (watch.counter().sums() ? wantsSum : wantsId)
                            [watch.counter().column()] = true;
                }
            }
            BitSet read = new BitSet();
            read.set(0, engages);
            watches.forEach(watch -> layout.addPlaces(watch.counter(), read));
            this.places = enough(read);
        }
    }

    /**
     * Chooses so many of the words that reading them brings all of them near. The place of a record in a line of the
     * cache is not known; of two words in neighbouring lines, whatever lies between is in one of them.
     */
    private static int[] enough(BitSet words) {
        IntStream.Builder chosen = IntStream.builder();
        int last = Integer.MIN_VALUE / 2;
        for (int word = words.nextSetBit(0); word >= 0; word = words.nextSetBit(word + 1)) {
            int next = words.nextSetBit(word + 1);
            if (next < 0 || next - last > WORDS_IN_LINE) {
                chosen.add(word);
                last = word;
            }
        }
        int[] some = chosen.build().toArray();
        int[] padded = Arrays.copyOf(
                some,
                (some.length + LeadStates.TOUCHED_AT_ONCE - 1)
                        / LeadStates.TOUCHED_AT_ONCE
                        * LeadStates.TOUCHED_AT_ONCE);
        Arrays.fill(padded, some.length, padded.length, some.length == 0 ? 0 : some[0]);
        return padded;
    }

    /** Values of a row that were found before, column by column. */
    private static final class Prepared implements EventValues {

        private EventRows rows = new EventRows(0);
        private int row;

        @Override
        public int valueId(int column) {
            return rows.ids[EventRows.at(column, row)];
        }

        @Override
        public long millionths(int column) {
            return rows.millionths[EventRows.at(column, row)];
        }

        @Override
        public @Nullable BigDecimal number(int column) {
            return null; // a row with a number that is not short is seen by itself
        }
    }

    private final EventPlan plan;
    private final LeadStates states;
    private final List<Reading> readings;
    /** By column, the decimal sign of its numbers. */
    private final char[] decimals;

    /** Told the form and the column when a value is compared or summed in a form that it does not have. */
    private final ObjIntConsumer<Wanted> misread;
    /** Finds which conditions hold for an event. */
    private final DecisionTable table;
    /** Number of columns of the plan; the first of them are fields of the decision table. */
    private final int columns;
    /** By column, the id of the value that all rows have, or {@link #NOT_CONSTANT}. */
    private final int[] constantIds;
    /** By field, the class of the value that all rows have, or {@link #NOT_CONSTANT}. */
    private final int[] constantClasses;
    /** By column, whether a question compares its values as numbers. */
    private final boolean[] comparesNumber;
    /** By column, whether a question compares its values as dates. */
    private final boolean[] comparesDate;
    /** By column, whether its values are compared or summed as numbers. */
    private final boolean[] wantsNumber;
    /** By column, whether a counter tells its values apart. */
    private final boolean[] wantsId;
    /** By field, the class of each value in the decision table. */
    private final SliceMap[] classes;

    /**
     * By field, the automaton that reads its values when there are too many different ones to remember; null when none
     * can.
     */
    private final @Nullable TextAutomaton[] automata;

    /** By column, the id of each value in the states. */
    private final SliceMap[] ids;
    /** The row that counters see, of those that were prepared together. */
    private final Prepared prepared = new Prepared();
    /** By end state of the decision table, its effect; null when there is none yet. */
    private @Nullable Effect[] effects = new Effect[16];
    /** The row that counters see, of those seen by themselves. */
    private Fields row = NoFields.NONE;
    /** A sum without meaning of all that was touched. */
    private long touched;

    /** The stripe that is begun with. Two threads begin at different ones, so that they seldom meet. */
    private final int firstStripe = System.identityHashCode(this);

    /**
     * Makes a matcher for one log.
     *
     * @param constants by column of the plan, the value that all rows have; null where rows have their own
     * @param readings by column of the plan
     * @param misread told the form and the column when a value is compared or summed in a form that it does not have; may
     *     be told of the same value more than once
     */
    public EventMatcher(
            EventPlan plan,
            LeadStates states,
            List<@Nullable String> constants,
            List<Reading> readings,
            ObjIntConsumer<Wanted> misread) {
        this.plan = plan;
        this.states = states;
        this.readings = List.copyOf(readings);
        this.decimals = new char[readings.size()];
        for (int column = 0; column < decimals.length; column++) {
            decimals[column] = readings.get(column).numbers().decimal();
        }
        this.constantIds = IntStream.range(0, constants.size())
                .map(column -> constantId(column, constants.get(column)))
                .toArray();
        this.misread = misread;
        this.table = new DecisionTable(plan.questions(), readings);
        this.columns = plan.columns().size();
        this.constantClasses = new int[table.fieldCount()];
        this.comparesNumber = new boolean[columns];
        this.comparesDate = new boolean[columns];
        this.wantsNumber = new boolean[columns];
        this.wantsId = new boolean[columns];
        this.classes = new SliceMap[table.fieldCount()];
        this.automata = new TextAutomaton[table.fieldCount()];
        for (int i = 0; i < classes.length; i++) {
            int field = i;
            String constant = constants.get(i);
            constantClasses[i] = constant == null ? NOT_CONSTANT : table.judge(i, constant);
            classes[i] = new SliceMap(value -> table.judge(field, value));
            automata[i] = readings.get(i).split() == null
                    ? TextAutomaton.of(plan.questions().of(i), value -> table.judge(field, value))
                    : null;
            Set<Wanted> wanted = constant == null ? plan.questions().wanted(i) : Set.of(); // a constant has no place
            comparesNumber[i] = wanted.contains(Wanted.NUMBER);
            comparesDate[i] = wanted.contains(Wanted.DATE);
            wantsNumber[i] = comparesNumber[i];
        }
        this.ids = new SliceMap[columns];
        Arrays.setAll(ids, column -> new SliceMap(value -> valueId(column, value)));
        for (Counter counter : plan.counters()) {
            if (counter.column() != Counter.NO_COLUMN) {
                wantsNumber[counter.column()] |= counter.sums();
                wantsId[counter.column()] |= !counter.sums();
            }
        }
    }

    /**
     * Takes in events, each as {@link #see(int, long, Fields)} does.
     *
     * @param rows the events; those that need a closer look do not count any more afterwards
     * @param leads by row
     */
    public void takeIn(EventRows rows, int[] leads) {
        judge(rows);
        for (int column = 0; column < columns; column++) {
            if (comparesDate[column] && rows.firsts[column] >= 0) {
                lookAtDates(rows, column, leads);
            }
            if (wantsNumber[column] && rows.firsts[column] >= 0) {
                readNumbers(rows, column, leads);
            }
            if (wantsId[column]) {
                findIds(rows, column);
            }
        }
        touch(rows, leads);
        rows.sortByStripe(leads);
        prepared.rows = rows;
        for (int i = 0; i < LeadStates.STRIPES; i++) {
            int stripe = i + firstStripe & LeadStates.STRIPES - 1;
            synchronized (states.lock(stripe)) {
                seeSorted(rows, rows.stripes[stripe], rows.stripes[stripe + 1], leads);
            }
        }
    }

    private void judge(EventRows rows) {
        for (int i = 0; i < rows.size; i++) {
            rows.states[rows.events[i]] = table.start();
        }
        for (int field = 0; field < classes.length; field++) {
            int asking = 0;
            for (int i = 0; i < rows.size; i++) {
                int row = rows.events[i];
                rows.asking[asking] = row;
                asking += table.fieldOf(rows.states[row]) == field ? 1 : 0;
            }
            if (asking > 0) {
                findClasses(rows, field, asking);
                step(rows, asking);
            }
        }
    }

    private void step(EventRows rows, int asking) {
        for (int i = 0; i < asking; i++) {
            int row = rows.asking[i];
            rows.states[row] = table.step(rows.states[row], rows.found[i]);
        }
    }

    /**
     * Reads a column's numbers. Rows whose number is not a short one are seen by themselves, as there may be something
     * about them to report.
     */
    private void readNumbers(EventRows rows, int column, int[] leads) {
        int first = rows.firsts[column];
        int kept = 0;
        for (int i = 0; i < rows.size; i++) {
            int row = rows.events[i];
            if (comparesNumber[column] || effectOf(rows.states[row]).wantsSum[column]) {
                int length = rows.lengths[first + row];
                long number = millionths(rows.bytes, rows.starts[first + row], length, decimals[column]);
                if (number == NOT_A_SHORT_NUMBER && length > 0) {
                    see(leads[row], rows.times[row], rows.fields(row));
                    continue;
                }
                rows.millionths[EventRows.at(column, row)] = number;
            }
            rows.events[kept++] = row;
        }
        rows.keep(kept);
    }

    /** Looks for values that are no dates; their rows are seen by themselves, to be reported. */
    private void lookAtDates(EventRows rows, int column, int[] leads) {
        System.arraycopy(rows.events, 0, rows.asking, 0, rows.size);
        findClasses(rows, column, rows.size);
        int kept = 0;
        for (int i = 0; i < rows.size; i++) {
            int row = rows.events[i];
            if (table.lacking(column, rows.found[i]).contains(Wanted.DATE)) {
                see(leads[row], rows.times[row], rows.fields(row));
            } else {
                rows.events[kept++] = row;
            }
        }
        rows.keep(kept);
    }

    private void touch(EventRows rows, int[] leads) {
        for (int i = 0; i < rows.size; i++) {
            int row = rows.events[i];
            rows.places[i] = effectOf(rows.states[row]).places;
        }
        touched += states.touch(rows.events, rows.size, leads, rows.places);
    }

    private void seeSorted(EventRows rows, int from, int to, int[] leads) {
        for (int i = from; i < to; i++) {
            int row = rows.sorted[i];
            prepared.row = row;
            see(leads[row], rows.times[row], effectOf(rows.states[row]), prepared);
        }
    }

    /**
     * Takes in one event of a lead.
     *
     * @param time not later than the plan's as-of time, in milliseconds since 1970 UTC
     */
    public void see(int lead, long time, Fields fields) {
        Effect effect = judged(fields);
        synchronized (states.lock(LeadStates.stripe(lead))) {
            see(lead, time, effect, this);
        }
    }

    /**
     * Reports the values that do not have the form in which they are compared or summed, as
     * {@link #see(int, long, Fields)} does, and takes nothing in.
     */
    public void tellWrongValues(long time, Fields fields) {
        for (EventPlan.Watch watch : judged(fields).watches) {
            int column = watch.counter().column();
            if (watch.counter().sums() && time > watch.after() && millionths(column) == NOT_A_SHORT_NUMBER) {
                number(column);
            }
        }
    }

    /** The effect of a row, which becomes the current one. */
    private Effect judged(Fields fields) {
        row = fields;
        int state = table.start();
        for (int i = 0; i < constantClasses.length; i++) {
            int column = i;
            boolean matters = table.fieldOf(state) == i;
            boolean checked = comparesNumber[i] || comparesDate[i];
            if (matters || checked) {
                int valueClass = classOf(i, fields);
                if (checked && !table.lacking(i, valueClass).isEmpty()) {
                    table.lacking(i, valueClass).forEach(form -> misread.accept(form, column));
                }
                state = matters ? table.step(state, valueClass) : state;
            }
        }
        return effectOf(state);
    }

    /** A number without meaning, which keeps the touching of memory from being optimised away. */
    public long touched() {
        return touched;
    }

    private void see(int lead, long time, Effect effect, EventValues values) {
        if (effect.engages) {
            states.active(lead, time);
        }
        for (EventPlan.Watch watch : effect.watches) {
            if (time > watch.after()) {
                watch.counter().see(states, lead, time, values);
            }
        }
    }

    @Override
    public int valueId(int column) {
        if (constantIds[column] != NOT_CONSTANT) {
            return constantIds[column];
        }
        return ids[column].get(row.bytes(), row.start(column), row.length(column));
    }

    @Override
    public long millionths(int column) {
        return millionths(row.bytes(), row.start(column), row.length(column), decimals[column]);
    }

    /** The number of a slice of UTF-8 in millionths, or {@link #NOT_A_SHORT_NUMBER} where the long way must be gone. */
    static long millionths(byte[] bytes, int start, int length, char decimal) {
        int at = start;
        int end = at + length;
        boolean negative = at < end && bytes[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        int point = -1;
        long digits = 0;
        for (; at < end; at++) {
            byte c = bytes[at];
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + c - '0';
            } else if (c == decimal && point < 0 && at > first && at < end - 1) {
                point = at;
            } else {
                return NOT_A_SHORT_NUMBER;
            }
        }
        int decimals = point < 0 ? 0 : end - point - 1;
        if (end == first || end - first > MOST_DIGITS || decimals > 6) {
            return NOT_A_SHORT_NUMBER;
        }
        for (int i = decimals; i < 6; i++) {
            digits *= 10;
        }
        return negative ? -digits : digits;
    }

    @Override
    public @Nullable BigDecimal number(int column) {
        String text = new String(row.bytes(), row.start(column), row.length(column), UTF_8);
        BigDecimal number = readings.get(column).numbers().parse(text);
        if (number == null && !Text.isBlank(text)) {
            misread.accept(Wanted.NUMBER, column);
        }
        return number;
    }

    private int constantId(int column, @Nullable String constant) {
        return constant == null ? NOT_CONSTANT : states.valueId(plan.told(column, constant));
    }

    private int valueId(int column, String value) {
        return Text.isBlank(value) ? -1 : states.valueId(plan.told(column, value));
    }

    private void findClasses(EventRows rows, int field, int asking) {
        if (constantClasses[field] != NOT_CONSTANT) {
            Arrays.fill(rows.found, 0, asking, constantClasses[field]);
            return;
        }
        TextAutomaton automaton = automata[field];
        if (automaton != null && classes[field].isLarge() && rows.firsts[field] >= 0) {
            read(rows, automaton, field, asking);
        } else {
            find(rows, classes[field], field, asking, DecisionTable.MISSING);
        }
    }

    private void read(EventRows rows, TextAutomaton automaton, int field, int asking) {
        int first = rows.firsts[field];
        for (int i = 0; i < asking; i++) {
            int at = first + rows.asking[i];
            int start = rows.starts[at];
            int length = rows.lengths[at];
            int found = length == 0 ? DecisionTable.MISSING : automaton.get(rows.bytes, start, length);
            rows.found[i] = found == TextAutomaton.UNREAD ? classes[field].get(rows.bytes, start, length) : found;
        }
    }

    private void findIds(EventRows rows, int column) {
        int asking = 0;
        for (int i = 0; i < rows.size; i++) {
            int row = rows.events[i];
            rows.asking[asking] = row;
            asking += effectOf(rows.states[row]).wantsId[column] ? 1 : 0;
        }
        if (constantIds[column] == NOT_CONSTANT) {
            find(rows, ids[column], column, asking, -1);
        } else {
            Arrays.fill(rows.found, 0, asking, constantIds[column]);
        }
        for (int i = 0; i < asking; i++) {
            rows.ids[EventRows.at(column, rows.asking[i])] = rows.found[i];
        }
    }

    /** Looks up a column's values of the rows that ask, step by step. */
    private void find(EventRows rows, SliceMap map, int column, int asking, int missing) {
        int first = rows.firsts[column];
        if (first < 0) {
            Arrays.fill(rows.found, 0, asking, missing);
            return;
        }
        findSlots(rows, map, first, asking);
        if (map.isLarge()) {
            touch(rows, map, first, asking);
        }
        for (int i = 0; i < asking; i++) {
            int at = first + rows.asking[i];
            int length = rows.lengths[at];
            rows.found[i] =
                    length == 0 ? missing : map.get(rows.slots[i], rows.hashes[i], rows.bytes, rows.starts[at], length);
        }
    }

    private static void findSlots(EventRows rows, SliceMap map, int first, int asking) {
        for (int i = 0; i < asking; i++) {
            int at = first + rows.asking[i];
            rows.hashes[i] = Eight.hash(rows.bytes, rows.starts[at], rows.lengths[at]);
        }
        for (int i = 0; i < asking; i++) {
            rows.slots[i] = map.slotOf(rows.hashes[i]);
        }
    }

    private void touch(EventRows rows, SliceMap map, int first, int asking) {
        long read = 0;
        for (int i = 0; i < asking; i++) {
            read += map.touchText(rows.slots[i], rows.lengths[first + rows.asking[i]]);
        }
        touched += read;
    }

    private int classOf(int column, Fields fields) {
        if (constantClasses[column] != NOT_CONSTANT) {
            return constantClasses[column];
        }
        int length = fields.length(column);
        return length == 0 ? DecisionTable.MISSING : classes[column].get(fields.bytes(), fields.start(column), length);
    }

    private Effect effectOf(int state) {
        if (state >= effects.length) {
            effects = Arrays.copyOf(effects, Math.max(state + 1, 2 * effects.length));
        }
        Effect known = effects[state];
        if (known != null) {
            return known;
        }
        List<EventPlan.Watch> watches = new ArrayList<>();
        for (int condition : table.holding(state)) {
            watches.addAll(plan.watches().get(condition));
        }
        Effect effect = new Effect(watches, columns, plan.layout());
        effects[state] = effect;
        return effect;
    }
}
