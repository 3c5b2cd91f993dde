package org.leadscore.engine.events;

import java.io.Serializable;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.files.Tally;

/**
 * The numbers of events of a log by how they were used, without the rejected ones.
 *
 * @param times of the events whose lead is named
 */
public record EventCounts(
        long anonymous, long duplicate, long suppressed, long unmatched, long later, long matched, EventTimes times)
        implements Serializable {

    public static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0, 0, EventTimes.NONE);

    /** These, and so many that are duplicates. */
    public EventCounts withDuplicates(long more) {
        return new EventCounts(anonymous, duplicate + more, suppressed, unmatched, later, matched, times);
    }

    /** These, and so many whose id is blank. */
    public EventCounts withAnonymous(long more) {
        return new EventCounts(anonymous + more, duplicate, suppressed, unmatched, later, matched, times);
    }

    /** Adds the counts of both. */
    public EventCounts plus(EventCounts other) {
        return new EventCounts(
                anonymous + other.anonymous,
                duplicate + other.duplicate,
                suppressed + other.suppressed,
                unmatched + other.unmatched,
                later + other.later,
                matched + other.matched,
                times.and(other.times));
    }

    /** Makes the tally of a log: these counts, and the rejected rows. */
    public Tally tally(String log, long rows, long rejected) {
        return new Tally(log, rows, rejected, anonymous, duplicate, suppressed, unmatched, later, matched, times);
    }
}
