package org.leadscore.engine.events;

import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.LeadNames;
import org.leadscore.score.event.EventRows;
import org.leadscore.score.match.Fields;

/**
 * Takes in the events of one log, in any order, and counts how they were used. Made by an {@link EventUse}. Not
 * thread-safe.
 */
public interface EventSink {

    /**
     * Takes in an event, if it counts.
     *
     * @param fields by column of the use; valid until the method returns
     * @return whether it counts
     */
    boolean take(LeadName name, long time, Fields fields);

    /**
     * Takes in an event as of the moments before another one takes its place.
     *
     * @param until the first moment at which it does not count any more, in milliseconds since 1970 UTC
     * @param fields as for {@link #take(LeadName, long, Fields)}
     */
    default void takeUntil(LeadName name, long time, long until, Fields fields) {
        throw new IllegalStateException("the events as of one moment are looked at, and another one is asked for");
    }

    /**
     * Takes no event in, as it has been taken in from another row that says the same; only reports the row's values
     * that should be numbers or dates and are not.
     *
     * @param time in milliseconds since 1970 UTC
     * @param fields as for {@link #take(LeadName, long, Fields)}
     */
    default void tellAgain(LeadName name, long time, Fields fields) {}

    /**
     * Takes in several events.
     *
     * @param rows their values, by column of the use; the sink may drop events from it that do not count
     * @param names by row
     */
    default void take(EventRows rows, LeadNames names) {
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.events()[i];
            take(names.name(row), rows.time(row), rows.fields(row));
        }
    }

    /** Counts of the events by their fate; none is a duplicate here. */
    EventCounts counts();
}
