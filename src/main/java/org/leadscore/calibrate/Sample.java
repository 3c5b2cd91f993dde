package org.leadscore.calibrate;

import java.util.function.IntPredicate;

/** Rows to learn from: the patterns they are in, their outcomes, and the counts of their leads. */
record Sample(Patterns patterns, Outcomes outcomes, EntryCounts counts) {

    /** @param rowIsIn by the row's number in the history; all rows of a lead are in or none is */
    static Sample of(Patterns patterns, Part leadRows, IntPredicate rowIsIn) {
        return new Sample(
                patterns, new Outcomes(patterns, rowIsIn), EntryCounts.of(leadRows, patterns.features(), rowIsIn));
    }

    Likelihood likelihood() {
        return new Likelihood(patterns, outcomes);
    }
}
