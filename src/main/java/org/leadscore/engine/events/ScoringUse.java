package org.leadscore.engine.events;

import java.util.Collections;
import java.util.List;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.rules.condition.Field;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventMatcher;
import org.leadscore.score.event.EventPlan;

/** The use of reading events to score their leads. Threads share the states. */
public record ScoringUse(EventPlan plan) implements EventUse<LeadStates> {

    @Override
    public List<Field> columns() {
        return plan.columns();
    }

    @Override
    public long[] moments() {
        return new long[] {plan.asOf()};
    }

    @Override
    public CheckedColumns checkedColumns() {
        return new CheckedColumns(plan.wanted(), 0);
    }

    @Override
    public List<LeadStates> nothing(int threads, int leads, Allowance allowance) {
        return Collections.nCopies(threads, plan.newStates(leads, allowance::take));
    }

    @Override
    public EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, LeadStates states) {
        EventMatcher matcher =
                new EventMatcher(plan, states, columns.constants(), columns.readings(plan.asOf()), columns.misread());
        return new ScoringSink(directory, contactsKnown, plan.asOf(), matcher);
    }

    @Override
    public void merge(LeadStates into, LeadStates from) {
        if (!into.equals(from)) {
            into.merge(from);
        }
    }
}
