package org.leadscore.engine.past;

import java.util.ArrayList;
import java.util.List;
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

    /** Milliseconds since 1970 UTC; later events count for nothing. */
    private final long end;

    private final SnapshotUse.Kept kept;

    /** The as-of times, in milliseconds since 1970 UTC, the earliest first. */
    private final long[] moments;

    /** Takes events into the states of each moment. */
    private final List<EventMatcher> matchers = new ArrayList<>();

    /** Number of events of leads who objected. */
    private long suppressed;

    /** Number of events of leads that are not in the contact list. */
    private long unmatched;

    /** Number of events after the end. */
    private long later;

    /** Number of events that were taken in. */
    private long matched;

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
        this.end = end;
        this.kept = kept;
        this.moments = plans.stream().mapToLong(EventPlan::asOf).toArray();
        for (int i = 0; i < plans.size(); i++) {
            EventPlan plan = plans.get(i);
            matchers.add(new EventMatcher(
                    plan,
                    kept.states().get(i),
                    columns.constants(),
                    columns.readings(plan.asOf()),
                    columns.notANumber()));
        }
    }

    @Override
    public void take(LeadName of, long time, Fields fields) {
        int lead = directory.find(of);
        if (lead == LeadDirectory.SUPPRESSED) {
            suppressed++;
            return;
        }
        if (contactsKnown && lead == LeadDirectory.UNKNOWN) {
            unmatched++;
            return;
        }
        if (time > end) {
            later++;
            return;
        }
        matched++;
        int known = contactsKnown ? lead : directory.findOrAdd(of);
        kept.firsts().see(known, time);
        for (int i = moments.length - 1; i >= 0 && time <= moments[i]; i--) {
            matchers.get(i).see(known, time, fields);
        }
    }

    @Override
    public void tellAgain(LeadName of, long time, Fields fields) {
        int lead = directory.find(of);
        if (lead != LeadDirectory.SUPPRESSED && !(contactsKnown && lead == LeadDirectory.UNKNOWN) && time <= end) {
            for (int i = moments.length - 1; i >= 0 && time <= moments[i]; i--) {
                matchers.get(i).tellNotNumbers(time, fields);
            }
        }
    }

    @Override
    public long suppressed() {
        return suppressed;
    }

    @Override
    public long unmatched() {
        return unmatched;
    }

    @Override
    public long later() {
        return later;
    }

    @Override
    public long matched() {
        return matched;
    }
}
