package org.leadscore.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Eight;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;
import org.leadscore.rules.Reading;

/**
 * Takes the events of one log into the states of leads. Remembers what it has judged, so one matcher is to see as much of a
 * log as it can. Not thread-safe: a thread has its own; the states may be those of several.
 */
public final class EventMatcher implements EventValues {

    private static final int NOT_CONSTANT = -1;
    private static final int MOST_DIGITS = 12;

    /** Of a record, that are near each other in any case. */
    private static final int WORDS_AT_ONCE = 8;

    /** What an event in a given end state of the decision table does, and what that takes. */
    private static final class Effect {

        final EventPlan.Watch[] watches;
        final boolean engages;
        final boolean[] wantsId;
        final int[] places;

        Effect(List<EventPlan.Watch> watches, int columns, Layout layout) {
            this.watches = watches.toArray(EventPlan.Watch[]::new);
            this.engages = watches.stream().anyMatch(EventPlan.Watch::engages);
            this.wantsId = new boolean[columns];
            for (EventPlan.Watch watch : watches) {
                if (watch.counter().column() != Counter.NO_COLUMN
                        && !watch.counter().sums()) {
                    wantsId[watch.counter().column()] = true;
                }
            }
            this.places = IntStream.concat(
                            engages ? IntStream.of(0) : IntStream.empty(),
                            watches.stream().mapToInt(watch -> layout.placeOf(watch.counter())))
                    .map(place -> place / WORDS_AT_ONCE * WORDS_AT_ONCE)
                    .distinct()
                    .toArray();
        }
    }

    /** Values that were taken from a row before. */
    private static final class Prepared implements EventValues {

        private final EventRows rows;
        private int event;

        Prepared(EventRows rows) {
            this.rows = rows;
        }

        @Override
        public int valueId(int column) {
            return rows.ids[EventRows.at(column, event)];
        }

        @Override
        public long millionths(int column) {
            return rows.millionths[EventRows.at(column, event)];
        }

        @Override
        public @Nullable BigDecimal number(int column) {
            return null; // an event with a number that is not short is seen at once
        }
    }

    private final EventPlan plan;
    private final LeadStates states;
    private final List<Reading> readings;
    private final IntConsumer notANumber;
    private final DecisionTable table;
    private final int columns;
    private final int[] constantIds;
    private final int[] constantClasses;
    private final boolean[] comparesNumber;
    private final boolean[] wantsNumber;
    private final boolean[] wantsId;
    private final SliceMap[] classes;
    private final SliceMap[] ids;
    private final EventRows rows;
    private final Prepared prepared;
    private @Nullable Effect[] effects = new Effect[16];
    private Fields row = NoFields.NONE;
    private long touched;

    /** Two threads begin at different ones, so that they seldom meet. */
    private final int firstStripe = System.identityHashCode(this);

    /**
     * A matcher for one log.
     *
     * @param constants by column of the plan, the value that all rows have; null where rows have their own
     * @param readings by column of the plan
     * @param notANumber told the column when a value that is compared or summed as a number is none; may be told of the same
     *     value more than once
     */
    public EventMatcher(
            EventPlan plan,
            LeadStates states,
            List<@Nullable String> constants,
            List<Reading> readings,
            IntConsumer notANumber) {
        this.plan = plan;
        this.states = states;
        this.readings = List.copyOf(readings);
        this.constantIds = IntStream.range(0, constants.size())
                .map(column -> constantId(column, constants.get(column)))
                .toArray();
        this.notANumber = notANumber;
        this.table = new DecisionTable(plan.questions(), readings);
        this.columns = plan.columns().size();
        this.constantClasses = new int[table.fieldCount()];
        this.comparesNumber = new boolean[columns];
        this.wantsNumber = new boolean[columns];
        this.wantsId = new boolean[columns];
        this.classes = new SliceMap[table.fieldCount()];
        for (int i = 0; i < classes.length; i++) {
            int field = i;
            String constant = constants.get(i);
            constantClasses[i] = constant == null ? NOT_CONSTANT : table.judge(i, constant);
            classes[i] = new SliceMap(value -> table.judge(field, value));
            comparesNumber[i] = plan.questions().of(i).stream()
                    .anyMatch(question -> question.test().wantsNumber());
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
        this.rows = new EventRows(columns);
        this.prepared = new Prepared(rows);
    }

    /** Events that wait for {@link #judge}. */
    public EventRows rows() {
        return rows;
    }

    /**
     * Puts an event to those that wait, where there is room, unless there may be something about it to tell with its place.
     *
     * @return false for an event that is to be seen while its row is at hand
     */
    public boolean add(long time, Fields fields) {
        row = fields;
        for (int column = 0; column < columns; column++) {
            if (wantsNumber[column]) {
                long number = millionths(column);
                if (number == NOT_A_SHORT_NUMBER && fields.length(column) > 0) {
                    return false;
                }
                rows.millionths[EventRows.at(column, rows.size())] = number;
            }
        }
        rows.add(time, fields);
        return true;
    }

    /** Judges all that wait, and keeps of them what {@link #takeIn} will need. */
    public void judge() {
        Arrays.fill(rows.states, 0, rows.size(), table.start());
        for (int field = 0; field < classes.length; field++) {
            int asking = 0;
            for (int event = 0; event < rows.size(); event++) {
                if (table.fieldOf(rows.states[event]) == field) {
                    rows.asking[asking++] = event;
                }
            }
            findClasses(field, asking);
            for (int i = 0; i < asking; i++) {
                int event = rows.asking[i];
                rows.states[event] = table.step(rows.states[event], rows.found[i]);
            }
        }
        for (int column = 0; column < columns; column++) {
            if (wantsId[column]) {
                findIds(column);
            }
        }
    }

    /**
     * Takes in the judged events, each as {@link #see(int, long, Fields)} does.
     *
     * @param leads of the events; below 0 for those that are not to be taken in
     */
    public void takeIn(int[] leads) {
        for (int event = 0; event < rows.size(); event++) {
            if (leads[event] >= 0) {
                for (int place : effectOf(rows.states[event]).places) {
                    touched += states.touch(leads[event], place);
                }
            }
        }
        rows.sortByStripe(leads);
        for (int i = 0; i < LeadStates.STRIPES; i++) {
            int stripe = i + firstStripe & LeadStates.STRIPES - 1;
            synchronized (states.lock(stripe)) {
                for (int at = rows.stripes[stripe]; at < rows.stripes[stripe + 1]; at++) {
                    int event = rows.sorted[at];
                    prepared.event = event;
                    see(leads[event], rows.times[event], effectOf(rows.states[event]), prepared);
                }
            }
        }
    }

    /**
     * Takes in one event of a lead.
     *
     * @param time not later than the plan's as-of time, in milliseconds since 1970 UTC
     */
    public void see(int lead, long time, Fields fields) {
        row = fields;
        int state = table.start();
        for (int i = 0; i < constantClasses.length; i++) {
            boolean matters = table.fieldOf(state) == i;
            if (matters || comparesNumber[i]) {
                int valueClass = classOf(i, fields);
                if (comparesNumber[i] && table.isNotNumber(i, valueClass)) {
                    notANumber.accept(i);
                }
                state = matters ? table.step(state, valueClass) : state;
            }
        }
        synchronized (states.lock(LeadStates.stripe(lead))) {
            see(lead, time, effectOf(state), this);
        }
    }

    /** A figure without meaning, which keeps the touching of memory from being left out. */
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
        byte[] bytes = row.bytes();
        int at = row.start(column);
        int end = at + row.length(column);
        char decimal = readings.get(column).decimal();
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
        BigDecimal number = Numbers.parse(text, readings.get(column).decimal());
        if (number == null && !Text.isBlank(text)) {
            notANumber.accept(column);
        }
        return number;
    }

    private int constantId(int column, @Nullable String constant) {
        return constant == null ? NOT_CONSTANT : states.valueId(plan.told(column, constant));
    }

    private int valueId(int column, String value) {
        return Text.isBlank(value) ? -1 : states.valueId(plan.told(column, value));
    }

    private void findClasses(int field, int asking) {
        if (constantClasses[field] == NOT_CONSTANT) {
            find(classes[field], field, asking, DecisionTable.MISSING);
        } else {
            Arrays.fill(rows.found, 0, asking, constantClasses[field]);
        }
    }

    private void findIds(int column) {
        int asking = 0;
        for (int event = 0; event < rows.size(); event++) {
            if (effectOf(rows.states[event]).wantsId[column]) {
                rows.asking[asking++] = event;
            }
        }
        if (constantIds[column] == NOT_CONSTANT) {
            find(ids[column], column, asking, -1);
        } else {
            Arrays.fill(rows.found, 0, asking, constantIds[column]);
        }
        for (int i = 0; i < asking; i++) {
            rows.ids[EventRows.at(column, rows.asking[i])] = rows.found[i];
        }
    }

    /** Looks up a column's values of the events that ask, step by step. */
    private void find(SliceMap map, int column, int asking, int missing) {
        for (int i = 0; i < asking; i++) {
            int at = EventRows.at(column, rows.asking[i]);
            rows.hashes[i] = Eight.hash(rows.bytes[rows.asking[i]], rows.starts[at], rows.lengths[at]);
        }
        if (map.isLarge()) {
            for (int i = 0; i < asking; i++) {
                rows.slots[i] = map.touchSlot(rows.hashes[i]);
            }
            for (int i = 0; i < asking; i++) {
                touched += map.touchText(rows.slots[i]);
            }
        }
        for (int i = 0; i < asking; i++) {
            int event = rows.asking[i];
            int at = EventRows.at(column, event);
            int length = rows.lengths[at];
            rows.found[i] = length == 0 ? missing : map.get(rows.hashes[i], rows.bytes[event], rows.starts[at], length);
        }
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
