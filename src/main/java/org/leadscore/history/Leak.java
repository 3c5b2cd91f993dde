package org.leadscore.history;

import java.util.List;

/**
 * A field of contacts that is filled in when a lead becomes a customer, and so gives the outcome away.
 *
 * @param rules that look at it, whose points stay
 */
record Leak(
        String field, long filledOfCustomers, long customers, long filledOfOthers, long others, List<String> rules) {

    public Leak {
        rules = List.copyOf(rules);
    }

    /** True when it is filled for more than half of the customers and for fewer than one in a hundred of the others. */
    boolean givesTheOutcomeAway() {
        return filledOfCustomers * 2 > customers && filledOfOthers * 100 < others;
    }

    /** True when it is filled for over half of the customers, and over five times as often as for the others. */
    boolean isSuspect() {
        return filledOfCustomers * 2 > customers
                && filledOfCustomers * (double) others > 5.0 * filledOfOthers * (double) customers;
    }
}
