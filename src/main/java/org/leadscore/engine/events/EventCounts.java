package org.leadscore.engine.events;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.lead.Text;

/**
 * The numbers of events of a log by how they were used, without the rejected ones.
 *
 * @param contested events whose id leads to different leads at once
 * @param times of the events whose lead is named
 * @param twin the id of a lead that was met in two spellings, as {@link LeadDirectory#twin}; null for none
 * @param leftOut rows that do not count, as the source says
 */
public record EventCounts(
        long anonymous,
        long duplicate,
        long contested,
        long suppressed,
        long unmatched,
        long later,
        long matched,
        EventTimes times,
        @Nullable String twin,
        long leftOut)
        implements Serializable {

    public static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0, 0, 0, EventTimes.NONE, null, 0);

    /** These, and so many that are duplicates. */
    public EventCounts withDuplicates(long more) {
        return new EventCounts(
                anonymous, duplicate + more, contested, suppressed, unmatched, later, matched, times, twin, leftOut);
    }

    /** These, and so many whose id is blank. */
    public EventCounts withAnonymous(long more) {
        return new EventCounts(
                anonymous + more, duplicate, contested, suppressed, unmatched, later, matched, times, twin, leftOut);
    }

    /** These, and so many that are contested, at these times, besides. */
    public EventCounts withContested(long more, EventTimes theirs) {
        return new EventCounts(
                anonymous,
                duplicate,
                contested + more,
                suppressed,
                unmatched,
                later,
                matched,
                times.and(theirs),
                twin,
                leftOut);
    }

    /** These, and so many that are left out. */
    public EventCounts withLeftOut(long more) {
        return new EventCounts(
                anonymous, duplicate, contested, suppressed, unmatched, later, matched, times, twin, leftOut + more);
    }

    /** These, with the id of a lead that was met in two spellings. */
    public EventCounts withTwin(@Nullable String id) {
        return new EventCounts(
                anonymous, duplicate, contested, suppressed, unmatched, later, matched, times, id, leftOut);
    }

    /** Adds the counts of both. */
    public EventCounts plus(EventCounts other) {
        return new EventCounts(
                anonymous + other.anonymous,
                duplicate + other.duplicate,
                contested + other.contested,
                suppressed + other.suppressed,
                unmatched + other.unmatched,
                later + other.later,
                matched + other.matched,
                times.and(other.times),
                smaller(twin, other.twin),
                leftOut + other.leftOut);
    }

    /** The smaller of two ids by code point; null when there is none. */
    public static @Nullable String smaller(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Text.compareByCodePoint(one, other) <= 0 ? one : other;
    }

    /** Makes the tally of a log: these counts, and the rejected rows. */
    public Tally tally(String log, long rows, long rejected) {
        return new Tally(
                log,
                rows,
                rejected,
                anonymous,
                duplicate,
                contested,
                suppressed,
                unmatched,
                later,
                matched,
                times,
                leftOut);
    }
}
