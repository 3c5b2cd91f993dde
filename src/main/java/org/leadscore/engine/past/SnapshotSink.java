package org.leadscore.engine.past;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.engine.events.EventCounts;
import org.leadscore.engine.events.EventIntake;
import org.leadscore.engine.events.EventSink;
import org.leadscore.engine.events.LogColumns;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.score.event.EventMatcher;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.match.Fields;

/**
 * Takes each event into the states of all moments that come after it. Made by {@link SnapshotUse} for each log of each
 * thread. Not thread-safe.
 */
final class SnapshotSink implements EventSink {

    private final LeadDirectory directory;
    private final boolean contactsKnown;
    private final EventIntake intake;
    private final SnapshotUse.Kept kept;

    /** The as-of times, in milliseconds since 1970 UTC, the earliest first. */
    private final long[] moments;

    /** Takes events into the states of each moment. */
    private final List<EventMatcher> matchers = new ArrayList<>();

    /**
     * A sink for the events of one log.
     *
     * @param plans by moment, the earliest first
     * @param end milliseconds since 1970 UTC; later events count for nothing
     */
    SnapshotSink(
            LogColumns columns,
            LeadDirectory directory,
            boolean contactsKnown,
            List<EventPlan> plans,
            long end,
            SnapshotUse.Kept kept) {
        this.directory = directory;
        this.contactsKnown = contactsKnown;
        this.intake = new EventIntake(contactsKnown, end);
        this.kept = kept;
        this.moments = plans.stream().mapToLong(EventPlan::asOf).toArray();
        for (int i = 0; i < plans.size(); i++) {
            EventPlan plan = plans.get(i);
            matchers.add(new EventMatcher(
                    plan, kept.states().get(i), columns.constants(), columns.readings(plan.asOf()), columns.misread()));
        }
    }

    @Override
    public boolean take(LeadName of, long time, Fields fields) {
        int lead = directory.find(of);
        if (!intake.take(lead, time)) {
            return false;
        }
        int known = contactsKnown ? lead : directory.findOrAdd(of);
        kept.firsts().see(known, time);
        for (int i = moments.length - 1; i >= 0 && time <= moments[i]; i--) {
            matchers.get(i).see(known, time, fields);
        }
        return true;
    }

    @Override
    public void tellAgain(LeadName of, long time, Fields fields) {
        if (intake.wouldTake(directory.find(of), time)) {
            for (int i = moments.length - 1; i >= 0 && time <= moments[i]; i--) {
                matchers.get(i).tellWrongValues(time, fields);
            }
        }
    }

    @Override
    public EventCounts counts() {
        return intake.counts();
    }
}
