package org.leadscore.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;
import org.leadscore.rules.Reading;

/**
 * Takes the events of one log into the states of leads. Remembers what it has judged, so one matcher is to see as much of a
 * log as it can. Not thread-safe: a thread has its own, over states of its own.
 */
public final class EventMatcher implements EventValues {

    private static final int NOT_CONSTANT = -1;
    private static final int MOST_DIGITS = 12;

    /** What an event in a given end state of the decision table does, and the columns that takes. */
    private static final class Effect {

        final EventPlan.Watch[] watches;
        final boolean engages;
        final int[] idColumns;
        final int[] numberColumns;

        Effect(List<EventPlan.Watch> watches) {
            this.watches = watches.toArray(EventPlan.Watch[]::new);
            this.engages = watches.stream().anyMatch(EventPlan.Watch::engages);
            this.idColumns = columns(watches, false);
            this.numberColumns = columns(watches, true);
        }

        private static int[] columns(List<EventPlan.Watch> watches, boolean sums) {
            return watches.stream()
                    .map(EventPlan.Watch::counter)
                    .filter(counter -> counter.column() != Counter.NO_COLUMN && counter.sums() == sums)
                    .mapToInt(Counter::column)
                    .distinct()
                    .toArray();
        }
    }

    /** Values that were taken from a row before. */
    private final class Prepared implements EventValues {

        private long[] values = {};
        private int at;

        @Override
        public int valueId(int column) {
            return (int) values[at + column];
        }

        @Override
        public long millionths(int column) {
            return values[at + columns + column];
        }

        @Override
        public @Nullable BigDecimal number(int column) {
            return null; // an event with a number that is not short is seen at once
        }
    }

    /** What {@link #prepare} answers for an event that is to be seen while its row is at hand. */
    public static final int AT_ONCE = -1;

    private final EventPlan plan;
    private final LeadStates states;
    private final List<Reading> readings;
    private final IntConsumer notANumber;
    private final DecisionTable table;
    private final int[] constantIds;
    private final int[] constantClasses;
    private final boolean[] wantsNumber;
    private final SliceMap[] classes;
    private final @Nullable SliceMap[] ids;
    private @Nullable Effect[] effects = new Effect[16];
    private final int columns;
    private final Prepared prepared = new Prepared();
    private Fields row = NoFields.NONE;
    private boolean isTroubled;

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
        this.constantIds = constants.stream()
                .mapToInt(constant -> constant == null ? NOT_CONSTANT : states.valueId(Text.fold(constant)))
                .toArray();
        this.notANumber = notANumber;
        this.table = new DecisionTable(plan.questions(), readings);
        int fields = table.fieldCount();
        this.constantClasses = new int[fields];
        this.wantsNumber = new boolean[fields];
        this.classes = new SliceMap[fields];
        for (int i = 0; i < fields; i++) {
            int field = i;
            String constant = constants.get(i);
            constantClasses[i] = constant == null ? NOT_CONSTANT : table.judge(i, constant);
            classes[i] = new SliceMap(value -> table.judge(field, value));
            wantsNumber[i] = plan.questions().of(i).stream()
                    .anyMatch(question -> question.test().wantsNumber());
        }
        this.columns = plan.columns().size();
        this.ids = new SliceMap[columns];
    }

    /** How many values {@link #prepare} keeps of an event. */
    public int valuesPerEvent() {
        return 2 * columns;
    }

    /**
     * Judges an event and keeps of it what {@link #see(int, long, int, long[], int)} will need, so that its row can go.
     *
     * @param values where its values are kept, from {@code at} on
     * @return what the event is to the rules, or {@link #AT_ONCE} when there is something about it to tell with its place
     */
    public int prepare(Fields fields, long[] values, int at) {
        row = fields;
        isTroubled = false;
        int state = stateOf(fields);
        Effect effect = effectOf(state);
        for (int column : effect.idColumns) {
            values[at + column] = valueId(column);
        }
        for (int column : effect.numberColumns) {
            long millionths = millionths(column);
            values[at + columns + column] = millionths;
            isTroubled |= millionths == NOT_A_SHORT_NUMBER && fields.length(column) > 0;
        }
        return isTroubled ? AT_ONCE : state;
    }

    /** Takes in a prepared event, as {@link #see(int, long, Fields)} takes in a row. */
    public void see(int lead, long time, int state, long[] values, int at) {
        prepared.values = values;
        prepared.at = at;
        see(lead, time, effectOf(state), prepared);
    }

    /**
     * Takes in one event of a lead.
     *
     * @param time not later than the plan's as-of time, in milliseconds since 1970 UTC
     */
    public void see(int lead, long time, Fields fields) {
        row = fields;
        Effect effect = effectOf(stateOf(fields));
        for (int i = 0; i < wantsNumber.length; i++) {
            if (wantsNumber[i] && table.isNotNumber(i, classOf(i, fields))) {
                notANumber.accept(i);
            }
        }
        see(lead, time, effect, this);
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
        SliceMap known = ids[column];
        if (known == null) {
            known = new SliceMap(text -> Text.isBlank(text) ? -1 : states.valueId(Text.fold(text)));
            ids[column] = known;
        }
        return known.get(row.bytes(), row.start(column), row.length(column));
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

    private int stateOf(Fields fields) {
        int state = DecisionTable.START;
        for (int i = 0; i < constantClasses.length; i++) {
            int valueClass = classOf(i, fields);
            isTroubled |= wantsNumber[i] && table.isNotNumber(i, valueClass);
            state = table.step(state, i, valueClass);
        }
        return state;
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
        Effect effect = new Effect(watches);
        effects[state] = effect;
        return effect;
    }
}
