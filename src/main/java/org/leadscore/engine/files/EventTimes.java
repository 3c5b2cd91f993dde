package org.leadscore.engine.files;

import java.io.Serializable;

/**
 * The times of a source's rows on either side of the as-of time, in milliseconds since 1970 UTC. Every row counts whose
 * lead and time can be read, whatever becomes of it. Made by whoever reads the source, taken by {@code SourceDoubts}.
 *
 * @param newest the last time up to the as-of time; {@link Long#MIN_VALUE} when there is none
 * @param firstLater the first time after the as-of time; {@link Long#MAX_VALUE} when there is none
 */
public record EventTimes(long newest, long firstLater) implements Serializable {

    /** No times: of a source that has none, or no rows. */
    public static final EventTimes NONE = new EventTimes(Long.MIN_VALUE, Long.MAX_VALUE);

    /** The times of these rows and of others together. */
    public EventTimes and(EventTimes others) {
        return new EventTimes(Math.max(newest, others.newest), Math.min(firstLater, others.firstLater));
    }

    /** True when a row lies at or before the as-of time. */
    public boolean hasNewest() {
        return newest != Long.MIN_VALUE;
    }

    /** True when there are rows, and all of them lie after the as-of time. */
    public boolean areAllLater() {
        return !hasNewest() && firstLater != Long.MAX_VALUE;
    }
}
