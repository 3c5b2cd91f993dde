package org.leadscore.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.EventSink;
import org.leadscore.engine.events.EventUse;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.events.ScoringSink;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.Objections;
import org.leadscore.rules.condition.Field;
import org.leadscore.score.event.EventMatcher;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.event.StateBytes;

/**
 * The use of reading a share of the events to score their leads elsewhere: only the leads that are met there have a
 * state. Made by {@link ClusterJob}.
 *
 * @param objections ids that are kept out of a directory of the leads that are seen
 * @param exact whether the case of ids counts
 */
record TaskScoring(EventPlan plan, StateBytes bytes, Objections objections, boolean contactsKnown, boolean exact)
        implements EventUse<TaskLeads> {

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
    public List<TaskLeads> nothing(int threads, int leads, Allowance allowance) {
        List<TaskLeads> nothing = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            LeadDirectory directory = contactsKnown ? new LeadDirectory() : objections.directory();
            nothing.add(new TaskLeads(directory, plan.newStates(leads), bytes, exact));
        }
        return nothing;
    }

    @Override
    public EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, TaskLeads kept) {
        EventMatcher matcher = new EventMatcher(
                plan, kept.states(), columns.constants(), columns.readings(plan.asOf()), columns.misread());
        return new ScoringSink(directory, contactsKnown, kept.directory(), plan.asOf(), matcher);
    }

    @Override
    public void merge(TaskLeads into, TaskLeads from) {
        throw new IllegalStateException("a task is read by one thread");
    }
}
