package org.leadscore.score.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.Reading;
import org.leadscore.score.match.DecisionTable;
import org.leadscore.score.match.Fields;

/**
 * Judges the events of one lead in one log, one by one, and keeps what {@link Evidence} has to know of each; the same
 * table decides as in an {@link EventMatcher}. Not thread-safe.
 */
public final class EventJudge {

    private final EventPlan plan;
    private final DecisionTable table;
    private final List<@Nullable String> constants;
    private final List<Reading> readings;

    /**
     * A judge for one log.
     *
     * @param constants by column of the plan, the value that all rows have; null where rows have their own
     * @param readings by column of the plan
     */
    public EventJudge(EventPlan plan, List<@Nullable String> constants, List<Reading> readings) {
        this.plan = plan;
        this.table = new DecisionTable(plan.questions(), readings);
        this.constants = new ArrayList<>(constants);
        this.readings = List.copyOf(readings);
    }

    /** Judges an event by the values of its row. */
    public OwnEvent judge(long time, Fields fields) {
        List<String> texts = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<@Nullable BigDecimal> numbers = new ArrayList<>();
        for (int column = 0; column < readings.size(); column++) {
            String value = Text.strip(value(column, fields));
            texts.add(value);
            told.add(plan.told(column, value));
            numbers.add(readings.get(column).numbers().parse(value));
        }
        BitSet holding = new BitSet();
        for (int condition : table.holding(decided(fields))) {
            holding.set(condition);
        }
        return new OwnEvent(time, -1, holding, texts, told, numbers);
    }

    private int decided(Fields fields) {
        int state = table.start();
        for (int field = 0; field < table.fieldCount(); field++) {
            if (table.fieldOf(state) == field) {
                state = table.step(state, table.judge(field, value(field, fields)));
            }
        }
        return state;
    }

    private String value(int column, Fields fields) {
        String constant = constants.get(column);
        return constant != null
                ? constant
                : new String(fields.bytes(), fields.start(column), fields.length(column), UTF_8);
    }
}
