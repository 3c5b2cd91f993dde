package org.leadscore.calibrate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.rows.Counts;

/**
 * The result of a {@link Calibration}, ready to be written to a rule file and shown.
 *
 * @param pointsPerDoubling s: so many points double the odds; of no meaning for {@link Method#RATIO}
 * @param leads all of them, and those that converted
 * @param rows of the history; more than leads where one stands at several snapshots
 * @param strength m: what was known beforehand counts as much as so many leads
 * @param columns in the order of the history
 * @param scale the proposed {@code zero} and {@code full}
 * @param chance behind the score on that scale, from points that did not see the lead
 * @param expectedSlope the β of points that are neither too bold nor too timid; not a number for {@link Method#RATIO}
 * @param bucketLimits proposed, highest first, the lowest as it is; none when the score says nothing
 * @param trial the measures on leads that the method had not seen; null when a part lacks conversions or others, or no rule
 *     fires in the training part
 * @param neverFired names of rules that no lead of the history fulfils, whose points are kept
 * @param warnings whole sentences
 * @param seed of all that was drawn at random
 * @param details figures beyond; null when they were not wanted
 */
public record Learned(
        Method method,
        double pointsPerDoubling,
        Counts leads,
        int rows,
        double strength,
        List<LearnedColumn> columns,
        ScoreScale scale,
        Chance chance,
        double expectedSlope,
        List<Integer> bucketLimits,
        @Nullable Trial trial,
        List<String> neverFired,
        List<String> warnings,
        long seed,
        @Nullable Details details) {

    public Learned {
        columns = List.copyOf(columns);
        bucketLimits = List.copyOf(bucketLimits);
        neverFired = List.copyOf(neverFired);
        warnings = List.copyOf(warnings);
    }

    /**
     * The share by which the points overstate the chance, 0.1 for a tenth, or understate it (negative): expected ÷ fitted
     * slope − 1. Empty for the rule of thumb, and when the fitted slope is not above 0.
     */
    public Optional<Double> overstatement() {
        return Double.isNaN(expectedSlope) || chance.slope() <= 0
                ? Optional.empty()
                : Optional.of(expectedSlope / chance.slope() - 1);
    }
}
