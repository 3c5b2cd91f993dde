package org.leadscore.score.count;

import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/**
 * Counts the events that a rule matches. Counters hold no state of their own: it lies in {@link LeadStates}, in the
 * places that {@link RecordLayout} gave them. Whatever the order in which events are seen and states merged, the state is the
 * same.
 */
public interface Counter {

    /**
     * Takes in an event that matches and lies in the window.
     *
     * @param time milliseconds since 1970 UTC
     */
    void see(LeadStates states, int lead, long time, EventValues values);

    /**
     * Adds to the state of the lead its state in {@code from}.
     *
     * @param ids the value ids of {@code into} by those of {@code from}
     */
    void merge(LeadStates into, LeadStates from, int lead, int[] ids);

    /** Writes the state of the lead, without anything that has a meaning in these states only. */
    void pack(LeadStates states, int lead, Packing out);

    /** Adds to the state of the lead what {@link #pack} wrote, from whatever states. */
    void absorb(LeadStates states, int lead, Unpacking in);

    /** The column whose value the counter looks at, or {@link #NO_COLUMN} when it is content with the event's time. */
    default int column() {
        return NO_COLUMN;
    }

    /** True when the value is added up, false when it is told from others. */
    default boolean sums() {
        return false;
    }

    /** In place of a column: none is looked at. */
    int NO_COLUMN = -1;

    /** A counter that answers the number of occurrences, exactly up to the bound that it was made for. */
    interface Tally extends Counter {

        /** Number of occurrences; not negative. */
        long count(LeadStates states, int lead);
    }

    /** A counter that answers what the occurrences earned, in millionths of a point. */
    interface Earnings extends Counter {

        /** Millionths of a point, faded. */
        long points(LeadStates states, int lead);
    }
}
