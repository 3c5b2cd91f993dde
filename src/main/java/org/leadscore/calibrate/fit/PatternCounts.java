package org.leadscore.calibrate.fit;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.rows.HistoryRows;

/** The number of rows of each pattern in a sample, and of conversions among them. */
final class PatternCounts {

    private final double[] rows;
    private final double[] conversions;

    /**
     * Counts the rows of a sample.
     *
     * @param rowIsIn by the row's number in the history
     */
    PatternCounts(Patterns patterns, IntPredicate rowIsIn) {
        rows = new double[patterns.size()];
        conversions = new double[patterns.size()];
        HistoryRows part = patterns.part();
        for (int place = 0; place < part.size(); place++) {
            int row = part.row(place);
            if (rowIsIn.test(row)) {
                rows[patterns.patternOfPlace(place)]++;
                conversions[patterns.patternOfPlace(place)] += part.history().converted(row) ? 1 : 0;
            }
        }
    }

    double rows(int pattern) {
        return rows[pattern];
    }

    double conversions(int pattern) {
        return conversions[pattern];
    }

    /** The conversion rate of the sample: conversions ÷ rows. */
    double rate() {
        return Arrays.stream(conversions).sum() / Arrays.stream(rows).sum();
    }
}
