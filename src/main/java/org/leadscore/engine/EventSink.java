package org.leadscore.engine;

import org.leadscore.score.EventRows;
import org.leadscore.score.Fields;

/** Where the events of one log go, in any order. Counts what became of them. Not thread-safe. */
interface EventSink {

    /**
     * Takes in an event.
     *
     * @param fields by column of the use; valid until the method returns
     */
    void take(LeadName name, long time, Fields fields);

    /**
     * Takes nothing in, as the event has been taken in from another row that says the same. What is told of a row's values is
     * told of this row's too.
     *
     * @param fields as above
     */
    default void tellAgain(LeadName name, long time, Fields fields) {}

    /**
     * Takes in several events.
     *
     * @param rows their values, by column of the use; what counts is up to the sink afterwards
     * @param names by row
     */
    default void take(EventRows rows, LeadNames names) {
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.events()[i];
            take(names.name(row), rows.time(row), rows.fields(row));
        }
    }

    long suppressed();

    long unmatched();

    long later();

    long matched();
}
