package org.leadscore.score.contact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.SliceMap;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.source.Dialect;
import org.leadscore.score.match.DecisionTable;
import org.leadscore.score.match.Fields;

/**
 * Judges contacts by the explicit rules, one row after another; remembers what it has judged. Not thread-safe: a thread
 * has its own.
 */
public final class ContactMatcher {

    private final ContactPlan plan;
    /** Finds which conditions hold for a row. */
    private final DecisionTable table;
    /** Told the column when a value does not have the form in which it is compared. */
    private final ObjIntConsumer<Wanted> misread;
    /** By column, the class of each value in the decision table. */
    private final SliceMap[] classes;
    /** By column, whether its values must have a form to be compared. */
    private final boolean[] checked;
    /** By end state of the decision table, the verdict; null when there is none yet. */
    private final List<@Nullable ContactVerdict> verdicts = new ArrayList<>();

    /**
     * Makes a matcher for one contact list.
     *
     * @param dialect of the list's tables
     * @param asOf the moment that durations count back from
     * @param misread told the form and the column when a value is compared in a form that it does not have
     */
    public ContactMatcher(ContactPlan plan, Dialect dialect, long asOf, ObjIntConsumer<Wanted> misread) {
        this.plan = plan;
        this.misread = misread;
        List<Reading> readings = plan.columns().stream()
                .map(column -> dialect.reading(column.name(), asOf))
                .toList();
        this.table = new DecisionTable(plan.questions(), readings);
        this.classes = new SliceMap[table.fieldCount()];
        this.checked = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            int field = i;
            classes[i] = new SliceMap(value -> table.judge(field, value));
            checked[i] = !plan.questions().wanted(i).isEmpty();
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
            int column = i;
            boolean matters = table.fieldOf(state) == i;
            if (matters || checked[i]) {
                int length = row.length(i);
                int valueClass =
                        length == 0 ? DecisionTable.MISSING : classes[i].get(row.bytes(), row.start(i), length);
                if (checked[i] && !table.lacking(i, valueClass).isEmpty()) {
                    table.lacking(i, valueClass).forEach(form -> misread.accept(form, column));
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
