package org.leadscore.rules.source;

/**
 * The least that a source must bring, or else a run ends before it writes anything. Read from the key {@code expect}.
 *
 * @param newest the greatest age of the newest event at the as-of time, in milliseconds; {@link #ANY_AGE} when it does
 *     not matter
 * @param rows the smallest number of rows, those that cannot be read included; 0 when it does not matter
 */
public record Demand(long newest, long rows) {

    public static final long ANY_AGE = Long.MAX_VALUE;

    /** The demand of a source of which the rule file expects nothing. */
    public static final Demand NONE = new Demand(ANY_AGE, 0);
}
