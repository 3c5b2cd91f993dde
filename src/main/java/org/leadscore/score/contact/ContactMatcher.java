package org.leadscore.score.contact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.source.Dialect;
import org.leadscore.score.match.DecisionTable;
import org.leadscore.score.match.Fields;
import org.leadscore.score.match.SliceMap;

/**
 * Judges contacts by the explicit rules, one row after another; remembers what it has judged. Not thread-safe: a thread
 * has its own.
 */
public final class ContactMatcher {

    private final ContactPlan plan;
    /** Finds which conditions hold for a row. */
    private final DecisionTable table;
    /** Told the column when a value that is compared as a number is none. */
    private final IntConsumer notANumber;
    /** By column, the class of each value in the decision table. */
    private final SliceMap[] classes;
    /** By column, whether its values are compared as numbers. */
    private final boolean[] wantsNumber;
    /** By end state of the decision table, the verdict; null when there is none yet. */
    private final List<@Nullable ContactVerdict> verdicts = new ArrayList<>();

    /**
     * Makes a matcher for one contact list.
     *
     * @param dialect of the list's tables
     * @param asOf the moment that durations count back from
     * @param notANumber told the column when a value that is compared as a number is none
     */
    public ContactMatcher(ContactPlan plan, Dialect dialect, long asOf, IntConsumer notANumber) {
        this.plan = plan;
        this.notANumber = notANumber;
        List<Reading> readings = plan.columns().stream()
                .map(column -> dialect.reading(column.name(), asOf))
                .toList();
        this.table = new DecisionTable(plan.questions(), readings);
        this.classes = new SliceMap[table.fieldCount()];
        this.wantsNumber = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            int field = i;
            classes[i] = new SliceMap(value -> table.judge(field, value));
            wantsNumber[i] = plan.questions().of(i).stream()
                    .anyMatch(question -> question.test().wantsNumber());
        }
    }

    /**
     * The verdict on a contact, which contacts that all rules see alike share.
     *
     * @param row with the columns of the plan, in their order
     */
    public ContactVerdict judge(Fields row) {
        int state = table.start();
        for (int i = 0; i < classes.length; i++) {
            boolean matters = table.fieldOf(state) == i;
            if (matters || wantsNumber[i]) {
                int length = row.length(i);
                int valueClass =
                        length == 0 ? DecisionTable.MISSING : classes[i].get(row.bytes(), row.start(i), length);
                if (table.isNotNumber(i, valueClass)) {
                    notANumber.accept(i);
                }
                state = matters ? table.step(state, valueClass) : state;
            }
        }
        while (verdicts.size() <= state) {
            verdicts.add(null);
        }
        ContactVerdict known = verdicts.get(state);
        if (known != null) {
            return known;
        }
        BitSet holding = new BitSet();
        for (int condition : table.holding(state)) {
            holding.set(condition);
        }
        ContactVerdict verdict = plan.verdict(holding);
        verdicts.set(state, verdict);
        return verdict;
    }
}
