package org.leadscore.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.leadscore.calibrate.feature.Rounding;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.lead.Points;

/**
 * The linear scale from points to scores: {@code zero} points are a score of 0, {@code full} points one of 100.
 *
 * @param zero in millionths of a point
 * @param full in millionths of a point, not equal to {@code zero}
 */
public record ScoreScale(long zero, long full) {

    private static final int TAIL = 100; // one in a hundred is below, and one above
    private static final int PLACES = 3;
    private static final int TOP = 100;

    /**
     * Takes {@code zero} and {@code full} from the 1st and the 99th percentile (nearest rank): rounded to whole points, or to
     * as few of up to three decimals as keep them apart; else those of the settings.
     *
     * @param points of all rows, in millionths
     */
    static ScoreScale of(long[] points, Settings settings) {
        long[] sorted = points.clone();
        Arrays.parallelSort(sorted);
        int tail = (sorted.length + TAIL - 1) / TAIL; // ⌈n/100⌉
        int top = sorted.length - sorted.length / TAIL; // ⌈99 n/100⌉
        long low = sorted[tail - 1];
        long high = sorted[top - 1];
        for (int places = 0; places <= PLACES; places++) {
            if (Rounding.to(places, low) < Rounding.to(places, high)) {
                return new ScoreScale(Rounding.to(places, low), Rounding.to(places, high));
            }
        }
        return new ScoreScale(settings.zero(), settings.full());
    }

    /** The score of points in millionths, neither held within 0 and 100 nor rounded. */
    double score(long points) {
        return (points - zero) * (double) TOP / (full - zero);
    }

    /** The log odds that one unit of the score adds, when so many points double the odds. */
    double slope(double pointsPerDoubling) {
        return StrictMath.log(2) / pointsPerDoubling * (full - zero) / Points.ONE / TOP;
    }

    /**
     * Proposes the limits of buckets, highest first: the second lowest bucket begins where the chance is the overall rate,
     * each one above where it is twice that of the one below. Empty when a higher score has no higher chance.
     *
     * @param overall the conversion rate of all rows, from 0 to 1
     */
    List<Integer> bucketLimits(Chance chance, double overall, Settings settings) {
        if (chance.slope() <= 0) {
            return List.of();
        }
        List<Integer> limits = new ArrayList<>(List.of(settings.lowestBucket()));
        double wanted = overall;
        for (int bucket = 1; bucket < settings.buckets(); bucket++) {
            double score = wanted < 1 ? chance.scoreAt(wanted) : TOP;
            int least = limits.get(bucket - 1) + 1;
            int most = TOP - (settings.buckets() - 1 - bucket);
            limits.add((int) Math.max(least, Math.min(most, Math.round(score))));
            wanted *= 2;
        }
        Collections.reverse(limits);
        return limits;
    }
}
