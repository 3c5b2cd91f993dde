package org.leadscore.score;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/**
 * What one rule keeps of the events it matches. Counters hold no state of their own: it lies in {@link LeadStates}, in the
 * places that {@link Layout} gave them. Whatever the order in which events are seen and states merged, the state is the same.
 */
interface Counter {

    /** Takes in an event that matches and lies in the window. */
    void see(LeadStates states, int lead, long time, EventValues values);

    /**
     * Adds what {@code from} knows of the lead.
     *
     * @param ids the value ids of {@code into} by those of {@code from}
     */
    void merge(LeadStates into, LeadStates from, int lead, int[] ids);

    /** Writes what is known of the lead, without anything that has a meaning in these states only. */
    void pack(LeadStates states, int lead, Packing out);

    /** Adds what {@link #pack} wrote of the lead, from whatever states. */
    void absorb(LeadStates states, int lead, Unpacking in);

    /** The column whose value the counter looks at, or {@link #NO_COLUMN} when it is content with the event's time. */
    default int column() {
        return NO_COLUMN;
    }

    /** True when the value is added up, false when it is told from others. */
    default boolean sums() {
        return false;
    }

    int NO_COLUMN = -1;

    /** A counter that answers how many occurrences there are, at least up to the bound it was made for. */
    interface Tally extends Counter {

        long count(LeadStates states, int lead);
    }

    /** A counter that answers what the occurrences earned, in millionths of a point. */
    interface Earnings extends Counter {

        long points(LeadStates states, int lead);
    }
}
