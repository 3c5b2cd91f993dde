package org.leadscore.score;

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
