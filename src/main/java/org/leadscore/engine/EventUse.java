package org.leadscore.engine;

import java.util.List;
import org.leadscore.rules.Field;

/**
 * What events are read for.
 *
 * @param <S> what a thread keeps of those it reads
 */
interface EventUse<S> {

    /** The fields of events that are looked at. */
    List<Field> columns();

    /** Of no event yet. */
    S nothing();

    /** Where a thread's events of one log go. */
    EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, S kept);

    /** Adds what another thread keeps, which is used up by that. */
    void merge(S into, S from, Workers workers);
}
