package org.leadscore.rules.source;

import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Condition;

/**
 * The outcomes: a table that says who became a customer.
 *
 * @param time the time of the outcome; null for a flat table without times
 * @param won the condition on rows that are customers; null when every row is one
 * @param expect the least that it must bring
 */
public record OutcomeSource(
        SourceFiles files,
        Dialect dialect,
        LeadKey lead,
        @Nullable TimeColumns time,
        @Nullable Condition won,
        Demand expect) {

    /** The same outcomes in other files. */
    public OutcomeSource withFiles(SourceFiles others) {
        return new OutcomeSource(files.replacedBy(others), dialect, lead, time, won, expect);
    }
}
