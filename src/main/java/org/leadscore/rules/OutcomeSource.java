package org.leadscore.rules;

import org.jspecify.annotations.Nullable;

/**
 * Who became a customer.
 *
 * @param time null for a flat table without times
 * @param won null when every row is a customer
 */
public record OutcomeSource(
        SourceFiles files,
        Dialect dialect,
        LeadKey lead,
        @Nullable TimeColumns time,
        @Nullable Condition won) {

    /** The same outcomes in other files. */
    public OutcomeSource withFiles(SourceFiles others) {
        return new OutcomeSource(others, dialect, lead, time, won);
    }
}
