package org.leadscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who goes to sales.
 *
 * @param capacity how many at most in a run, or {@link #UNLIMITED}
 * @param againAfter how long a lead that was handed over is not handed over again, in milliseconds; 0 where nothing is said
 * @param assign whom to give them to, in this order; empty when nobody is named
 */
public record HandOff(Condition when, long capacity, long againAfter, List<Assignee> assign) {

    /** No capacity is named. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    public HandOff {
        assign = List.copyOf(assign);
    }

    /**
     * Somebody who takes leads.
     *
     * @param when which ones; null for all
     * @param capacity how many at most in a run, or {@link HandOff#UNLIMITED}
     */
    public record Assignee(String to, @Nullable Condition when, long capacity) {}
}
