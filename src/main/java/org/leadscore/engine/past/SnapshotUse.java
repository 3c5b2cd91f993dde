package org.leadscore.engine.past;

import java.util.List;
import java.util.stream.Stream;
import org.leadscore.engine.events.CheckedColumns;
import org.leadscore.engine.events.EventSink;
import org.leadscore.engine.events.EventUse;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.rules.condition.Field;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;

/** The use of reading events to see each lead as it was at several moments. Made by {@link PastReader}. */
final class SnapshotUse implements EventUse<SnapshotUse.Kept> {

    /**
     * The states of the leads at all moments, and the times of their first events.
     *
     * @param states by moment, of the events up to it
     * @param firsts of all events
     */
    record Kept(List<LeadStates> states, FirstTimes firsts) {}

    private final List<EventPlan> plans;
    private final long end;

    /**
     * A use for these moments.
     *
     * @param plans of one rule set, by moment, the earliest first
     * @param end milliseconds since 1970 UTC; later events count for nothing
     */
    SnapshotUse(List<EventPlan> plans, long end) {
        this.plans = List.copyOf(plans);
        this.end = end;
    }

    @Override
    public List<Field> columns() {
        return plans.get(0).columns();
    }

    @Override
    public CheckedColumns checkedColumns() {
        return new CheckedColumns(plans.get(0).wanted(), 0);
    }

    @Override
    public List<Kept> nothing(int threads, int leads, Allowance allowance) {
        return Stream.generate(
                        () -> new Kept(plans.stream().map(EventPlan::newStates).toList(), new FirstTimes()))
                .limit(threads)
                .toList();
    }

    @Override
    public EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, Kept kept) {
        return new SnapshotSink(columns, directory, contactsKnown, plans, end, kept);
    }

    @Override
    public void merge(Kept into, Kept from) {
        for (int i = 0; i < plans.size(); i++) {
            into.states().get(i).merge(from.states().get(i));
        }
        into.firsts().merge(from.firsts());
    }
}
