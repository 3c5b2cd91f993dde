package org.leadscore.calibrate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What calibration found out, ready to be written and shown.
 *
 * @param pointsPerDoubling s: so many points double the odds; of no meaning for {@link Method#RATIO}
 * @param leads all of them, and those that converted
 * @param rows of the history; more than leads where one stands at several snapshots
 * @param strength m: what was known beforehand counts as much as so many leads
 * @param columns in the order of the history
 * @param scale what {@code zero} and {@code full} should be
 * @param chance behind the score on that scale, from points that did not see the lead
 * @param expectedSlope what β is when the points are neither too bold nor too timid; not a number for {@link Method#RATIO}
 * @param bucketLimits proposed, highest first, the lowest as it is; none when the score says nothing
 * @param trial how the method did on leads that it had not seen; null when one side had too few conversions to say
 * @param neverFired names of rules that no lead of the history fulfils, whose points are kept
 * @param warnings whole sentences
 * @param seed of all that was drawn at random
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
        long seed) {

    public Learned {
        columns = List.copyOf(columns);
        bucketLimits = List.copyOf(bucketLimits);
        neverFired = List.copyOf(neverFired);
        warnings = List.copyOf(warnings);
    }

    /** By how much of 1 the points overstate what they say, or understate it (negative); empty for the rule of thumb. */
    public Optional<Double> overstatement() {
        return Double.isNaN(expectedSlope) || chance.slope() <= 0
                ? Optional.empty()
                : Optional.of(expectedSlope / chance.slope() - 1);
    }
}
