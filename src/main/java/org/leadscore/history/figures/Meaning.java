package org.leadscore.history.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.quality.ScoreGroup;
import org.leadscore.calibrate.rows.Counts;

/**
 * The meaning of a score.
 *
 * @param chance behind a score: of the points that are written, over all moments, or of those that are evaluated, over the
 *     moments before the test
 * @param overstatement the share by which the points overstate the chance, 0.1 for a tenth; negative where they understate it
 * @param groups of the test by score with the chance that was promised, the lowest first
 * @param buckets the highest first, and last those in none
 * @param limits of the buckets that are proposed, highest first; none when there is nothing to propose
 */
public record Meaning(
        Chance chance,
        Optional<Double> overstatement,
        List<ScoreGroup> groups,
        List<BucketRates> buckets,
        List<Integer> limits) {

    public Meaning {
        groups = List.copyOf(groups);
        buckets = List.copyOf(buckets);
        limits = List.copyOf(limits);
    }

    /**
     * The rows of the test in a bucket.
     *
     * @param bucket its name; empty for those in none
     * @param now by the points that are looked at
     * @param before by those that they are compared with; null without them
     */
    public record BucketRates(
            String bucket, Counts now, @Nullable Counts before) {}
}
