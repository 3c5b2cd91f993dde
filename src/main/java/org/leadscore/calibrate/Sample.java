package org.leadscore.calibrate;

import java.util.function.IntPredicate;

/**
 * Rows to learn from: the patterns they are in, and their outcomes.
 *
 * @param counts of their leads, one row each
 * @param rowCounts of all of them
 */
record Sample(Patterns patterns, Outcomes outcomes, EntryCounts counts, EntryCounts rowCounts) {

    /**
     * Counts the rows that are learned from.
     *
     * @param leadRows one row for each lead
     * @param rowIsIn by the row's number in the history; all rows of a lead are in or none is
     */
    static Sample of(Patterns patterns, Part leadRows, IntPredicate rowIsIn) {
        EntryCounts counts = EntryCounts.of(leadRows, patterns.features(), rowIsIn);
        boolean eachLeadOnce = leadRows.size() == patterns.part().size();
        EntryCounts rowCounts = eachLeadOnce ? counts : EntryCounts.of(patterns.part(), patterns.features(), rowIsIn);
        return new Sample(patterns, new Outcomes(patterns, rowIsIn), counts, rowCounts);
    }

    Likelihood likelihood() {
        return new Likelihood(patterns, outcomes);
    }
}
