package org.leadscore.calibrate.fit;

import java.util.function.IntPredicate;
import org.leadscore.calibrate.feature.EntryCounts;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.rows.HistoryRows;

/**
 * Rows to learn from: the patterns they are in, and their outcomes.
 *
 * @param counts of their leads, one row each
 * @param rowCounts of all of them
 */
public record Sample(Patterns patterns, PatternCounts outcomes, EntryCounts counts, EntryCounts rowCounts) {

    /**
     * Counts the rows that are learned from.
     *
     * @param leadRows one row for each lead
     * @param rowIsIn by the row's number in the history; all rows of a lead are in or none is
     */
    static Sample of(Patterns patterns, HistoryRows leadRows, IntPredicate rowIsIn) {
        EntryCounts counts = EntryCounts.of(leadRows, patterns.features(), rowIsIn);
        boolean eachLeadOnce = leadRows.size() == patterns.part().size();
        EntryCounts rowCounts = eachLeadOnce ? counts : EntryCounts.of(patterns.part(), patterns.features(), rowIsIn);
        return new Sample(patterns, new PatternCounts(patterns, rowIsIn), counts, rowCounts);
    }

    Likelihood likelihood() {
        return new Likelihood(patterns, outcomes);
    }
}
