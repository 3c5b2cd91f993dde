package org.leadscore.score;

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

    /** What an event in a given end state of the decision table does. */
    private static final class Effect {

        final EventPlan.Watch[] watches;
        final boolean engages;

        Effect(List<EventPlan.Watch> watches) {
            this.watches = watches.toArray(EventPlan.Watch[]::new);
            this.engages = watches.stream().anyMatch(EventPlan.Watch::engages);
        }
    }

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
    private Fields row = NoFields.NONE;

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
        this.ids = new SliceMap[plan.columns().size()];
    }

    /**
     * Takes in one event of a lead.
     *
     * @param time not later than the plan's as-of time, in milliseconds since 1970 UTC
     */
    public void see(int lead, long time, Fields fields) {
        row = fields;
        Effect effect = effectOf(stateOf(fields));
        if (effect.engages) {
            states.active(lead, time);
        }
        for (EventPlan.Watch watch : effect.watches) {
            if (time > watch.after()) {
                watch.counter().see(states, lead, time, this);
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
        return known.get(row.chars(), row.start(column), row.length(column));
    }

    @Override
    public long millionths(int column) {
        char[] chars = row.chars();
        int at = row.start(column);
        int end = at + row.length(column);
        char decimal = readings.get(column).decimal();
        boolean negative = at < end && chars[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        int point = -1;
        long digits = 0;
        for (; at < end; at++) {
            char c = chars[at];
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
        String text = new String(row.chars(), row.start(column), row.length(column));
        BigDecimal number = Numbers.parse(text, readings.get(column).decimal());
        if (number == null && !Text.isBlank(text)) {
            notANumber.accept(column);
        }
        return number;
    }

    private int stateOf(Fields fields) {
        int state = DecisionTable.START;
        for (int i = 0; i < constantClasses.length; i++) {
            int valueClass = constantClasses[i];
            if (valueClass == NOT_CONSTANT) {
                int length = fields.length(i);
                valueClass =
                        length == 0 ? DecisionTable.MISSING : classes[i].get(fields.chars(), fields.start(i), length);
                if (wantsNumber[i] && table.isNotNumber(i, valueClass)) {
                    notANumber.accept(i);
                }
            }
            state = table.step(state, i, valueClass);
        }
        return state;
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
