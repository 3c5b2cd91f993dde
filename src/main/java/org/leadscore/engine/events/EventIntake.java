package org.leadscore.engine.events;

import org.leadscore.engine.files.EventTimes;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;

/**
 * Decides by its lead and its time whether an event is taken in, and counts what became of all of them. Made by the sinks that
 * take events into the states of leads. Not thread-safe.
 */
public final class EventIntake {

    private final boolean contactsKnown;
    private final long end;
    private long anonymous;
    private long suppressed;
    private long unmatched;
    private long later;
    private long matched;

    /** The last time up to the end; the least number while there is none. */
    private long newest = Long.MIN_VALUE;

    /** The first time after the end; the greatest number while there is none. */
    private long firstLater = Long.MAX_VALUE;

    /**
     * An intake of no events yet.
     *
     * @param contactsKnown false to take in those of leads who are not known yet
     * @param end later events count for nothing
     */
    public EventIntake(boolean contactsKnown, long end) {
        this.contactsKnown = contactsKnown;
        this.end = end;
    }

    /**
     * Tells whether an event is taken in, and counts it: as matched, or by the reason why it is not.
     *
     * @param lead as {@link LeadDirectory#find} answers it
     * @param isVisitor whether its id is a visitor's, as {@link LeadName#setVisitor} has it
     */
    public boolean take(int lead, boolean isVisitor, long time) {
        if (time > end) {
            firstLater = Math.min(firstLater, time);
        } else {
            newest = Math.max(newest, time);
        }
        if (lead == LeadDirectory.SUPPRESSED) {
            suppressed++;
            return false;
        }
        if (contactsKnown && lead == LeadDirectory.UNKNOWN) {
            unmatched += isVisitor ? 0 : 1;
            anonymous += isVisitor ? 1 : 0;
            return false;
        }
        if (time > end) {
            later++;
            return false;
        }
        matched++;
        return true;
    }

    /** Tells whether such an event is taken in, without counting it. */
    public boolean wouldTake(int lead, long time) {
        return lead != LeadDirectory.SUPPRESSED && !(contactsKnown && lead == LeadDirectory.UNKNOWN) && time <= end;
    }

    public EventCounts counts() {
        return new EventCounts(
                anonymous, 0, 0, suppressed, unmatched, later, matched, new EventTimes(newest, firstLater), null, 0);
    }
}
