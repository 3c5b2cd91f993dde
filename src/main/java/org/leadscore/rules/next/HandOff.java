package org.leadscore.rules.next;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Condition;

/**
 * The key {@code hand-off} of a rule file: which leads go to sales, and to whom.
 *
 * @param when the condition on the lead
 * @param capacity the number of leads at most in a run, or {@link #UNLIMITED}
 * @param againAfter milliseconds in which a lead that was handed over is not handed over again; 0 when the file gives
 *     none
 * @param assign the people to give them to, in this order; empty when nobody is named
 */
public record HandOff(Condition when, long capacity, long againAfter, List<Assignee> assign) {

    /** In place of a capacity: there is none. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    public HandOff {
        assign = List.copyOf(assign);
    }

    /**
     * Somebody who takes leads.
     *
     * @param when the condition on the leads; null for all
     * @param capacity the number of leads at most in a run, or {@link HandOff#UNLIMITED}
     */
    public record Assignee(String to, @Nullable Condition when, long capacity) {}
}
