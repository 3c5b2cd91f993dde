package org.leadscore.calibrate;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.quality.ScoreGroup;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.HistoryRows;

/**
 * The meaning of scores on the test part, by points, scale and chance that were learned without it. The chance is that of
 * points which did not see their lead, as the one that is written of.
 *
 * @param scale of the points that were learned from the training part
 * @param chance behind a score on that scale
 * @param groups of the test by score, the lowest first
 * @param newBuckets the test by bucket, the highest first, and last those in none, by the new points and the limits as they are
 * @param oldBuckets likewise by the points of the rule file
 */
public record HeldOut(
        ScoreScale scale, Chance chance, List<ScoreGroup> groups, List<Counts> newBuckets, List<Counts> oldBuckets) {

    public HeldOut {
        groups = List.copyOf(groups);
        newBuckets = List.copyOf(newBuckets);
        oldBuckets = List.copyOf(oldBuckets);
    }

    /**
     * Looks at the test.
     *
     * @param learned the points of the test by place, in millionths
     * @param old those of the rule file, likewise
     */
    static HeldOut of(
            HistoryRows test,
            long[] learned,
            long[] old,
            ScoreScale scale,
            ScoreScale oldScale,
            Chance chance,
            Wanted wanted) {
        double[] scores = scores(learned, scale);
        double[] chances = new double[scores.length];
        for (int place = 0; place < scores.length; place++) {
            chances[place] = chance.at(scores[place]);
        }
        return new HeldOut(
                scale,
                chance,
                ScoreGroup.of(scores, chances, test.outcomes()),
                buckets(test, scores, wanted),
                buckets(test, scores(old, oldScale), wanted));
    }

    private static double[] scores(long[] points, ScoreScale scale) {
        double[] scores = new double[points.length];
        for (int place = 0; place < points.length; place++) {
            scores[place] = scale.score(points[place]);
        }
        return scores;
    }

    private static List<Counts> buckets(HistoryRows test, double[] scores, Wanted wanted) {
        int[] rows = new int[wanted.buckets() + 1];
        int[] won = new int[rows.length];
        for (int place = 0; place < scores.length; place++) {
            int bucket = wanted.bucketOfScore().applyAsInt(scores[place]);
            rows[bucket]++;
            won[bucket] += test.history().converted(test.row(place)) ? 1 : 0;
        }
        List<Counts> counts = new ArrayList<>();
        for (int bucket = 0; bucket < rows.length; bucket++) {
            counts.add(new Counts(rows[bucket], won[bucket]));
        }
        return counts;
    }
}
