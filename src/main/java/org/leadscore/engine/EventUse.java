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

    /**
     * Of no event yet, by thread. Threads may have the same, where what is kept can be changed by several at once.
     *
     * @param leads about how many there will be; 0 when that is not known
     * @param allowance told of what is kept, where that may be more than memory has room for
     */
    List<S> nothing(int threads, int leads, Allowance allowance);

    /** Where a thread's events of one log go. */
    EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, S kept);

    /** Adds what another thread keeps, if that is another. */
    void merge(S into, S from);
}
