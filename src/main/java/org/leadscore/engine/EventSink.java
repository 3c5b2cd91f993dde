package org.leadscore.engine;

import org.leadscore.score.Fields;

/** Where the events of one log go, in any order. Counts what became of them. Not thread-safe. */
interface EventSink {

    /** The name of the next event's lead, to be set before the event is added. */
    LeadName name();

    /**
     * Adds an event of the lead that {@link #name} was set to.
     *
     * @param fields by column of the use; valid until the method returns, its bytes until {@link #flush} does
     */
    void add(long time, Fields fields);

    /** Takes in an event without delay. */
    void addAtOnce(LeadName name, long time, Fields fields);

    /** Takes in all that wait. */
    void flush();

    long suppressed();

    long unmatched();

    long later();

    long matched();
}
