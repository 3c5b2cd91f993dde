package org.leadscore.engine;

import java.util.Collections;
import java.util.List;
import org.leadscore.rules.Field;
import org.leadscore.score.EventMatcher;
import org.leadscore.score.EventPlan;
import org.leadscore.score.LeadStates;

/** The use of reading events to score their leads. Threads share the states. */
record Scoring(EventPlan plan) implements EventUse<LeadStates> {

    @Override
    public List<Field> columns() {
        return plan.columns();
    }

    @Override
    public List<LeadStates> nothing(int threads, int leads, Allowance allowance) {
        return Collections.nCopies(threads, plan.newStates(leads, allowance::take));
    }

    @Override
    public EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, LeadStates states) {
        EventMatcher matcher = new EventMatcher(
                plan, states, columns.constants(), columns.readings(plan.asOf()), columns.notANumber());
        return new EventBatch(directory, contactsKnown, plan.asOf(), matcher);
    }

    @Override
    public void merge(LeadStates into, LeadStates from) {
        if (!into.equals(from)) {
            into.merge(from);
        }
    }
}
