package org.leadscore.engine.events;

import java.util.List;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.rules.condition.Field;

/**
 * The purpose for which events are read: the columns that it looks at, and what it keeps. Taken by {@link LogReader}
 * and {@link LogIntake}.
 *
 * @param <S> what a thread keeps of the events that it reads
 */
public interface EventUse<S> {

    /** The fields of events that are looked at. */
    List<Field> columns();

    /** The same fields, with the form that is wanted of their values. */
    CheckedColumns checkedColumns();

    /**
     * The moments as of which leads are looked at, in milliseconds since 1970 UTC, the earliest first. Where the newest row with
     * a key counts, it is the newest up to each of them.
     */
    long[] moments();

    /**
     * Makes what each thread keeps, of no event yet. Threads may get the same object, where several can change it at
     * once.
     *
     * @param leads about the number of leads; 0 when that is not known
     * @param allowance asked for the memory of what is kept, where that may not fit
     */
    List<S> nothing(int threads, int leads, Allowance allowance);

    /**
     * Makes the sink for a thread's events of one log.
     *
     * @param contactsKnown whether only leads of the directory count
     */
    EventSink sink(LogColumns columns, LeadDirectory directory, boolean contactsKnown, S kept);

    /** True when its sinks find the leads of linked ids themselves; otherwise they are given the ids of leads. */
    default boolean knowsPersons() {
        return false;
    }

    /** Adds what another thread keeps, unless both are the same. */
    void merge(S into, S from);
}
