package org.leadscore.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How points become scores: those of {@code zero} become 0, those of {@code full} 100.
 *
 * @param zero in millionths, likewise {@code full}, which is another
 */
public record ScoreScale(long zero, long full) {

    private static final int TAIL = 100; // one in a hundred is below, and one above
    private static final int PLACES = 3;
    private static final int TOP = 100;

    /**
     * The 1st and the 99th percentile (nearest rank), in whole points where these differ, else as fine as points can be
     * written; today's where all rows have the same points.
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

    /** Neither held nor rounded. */
    double score(long points) {
        return (points - zero) * (double) TOP / (full - zero);
    }

    /** What a point of the score adds to the log odds, when so many points double the odds. */
    double slope(double pointsPerDoubling) {
        return StrictMath.log(2) / pointsPerDoubling * (full - zero) / 1e6 / TOP;
    }

    /**
     * Where buckets could begin, highest first: the second lowest where the chance is the overall rate, each one above
     * where it is twice that of the one below. None when a higher score has no higher chance.
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
