package org.leadscore.engine;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.rules.Field;
import org.leadscore.score.EventMatcher;
import org.leadscore.score.EventPlan;
import org.leadscore.score.StateBytes;

/**
 * The use of reading a part of the events to score their leads elsewhere: only the leads that are met there have a
 * state. Made by {@link LogJob}.
 *
 * @param objections ids that are kept out of a directory of the leads that are seen
 * @param exact whether the case of ids counts
 */
record Scattering(EventPlan plan, StateBytes bytes, Objections objections, boolean contactsKnown, boolean exact)
        implements EventUse<LocalLeads> {

    @Override
    public List<Field> columns() {
        return plan.columns();
    }

    @Override
    public List<LocalLeads> nothing(int threads, int leads, Allowance allowance) {
        List<LocalLeads> nothing = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            LeadDirectory directory = contactsKnown ? new LeadDirectory() : objections.directory();
            nothing.add(new LocalLeads(directory, plan.newStates(leads), bytes, exact));
        }
        return nothing;
    }

    @Override
    public EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, LocalLeads kept) {
        EventMatcher matcher = new EventMatcher(
                plan, kept.states(), columns.constants(), columns.readings(plan.asOf()), columns.notANumber());
        return new EventBatch(directory, contactsKnown, kept.directory(), plan.asOf(), matcher);
    }

    @Override
    public void merge(LocalLeads into, LocalLeads from) {
        throw new IllegalStateException("parts are read by one thread each");
    }
}
