package org.leadscore.calibrate.quality;

import java.util.Arrays;

/**
 * The population stability index: Σ (share now − share then) · ln(share now ÷ share then), which is 0 when nothing moved;
 * 0.1 is commonly called some change and 0.25 much (E. M. Lewis, 1994, An Introduction to Credit Scoring). Half a lead is
 * added to each count, so that a count of 0 does not make the index infinite.
 */
public final class Stability {

    private static final int TENTHS = 10;

    private Stability() {}

    /** Computes the index from counts by kind of lead, the same kinds then and now. */
    static double index(int[] then, int[] now) {
        double thenAll = Arrays.stream(then).sum() + then.length / 2.0;
        double nowAll = Arrays.stream(now).sum() + now.length / 2.0;
        double index = 0;
        for (int kind = 0; kind < then.length; kind++) {
            double before = (then[kind] + 0.5) / thenAll;
            double after = (now[kind] + 0.5) / nowAll;
            index += (after - before) * StrictMath.log(after / before);
        }
        return index;
    }

    /**
     * Computes the index of points. Leads are counted by the tenths of the earlier points; tenths that begin with the same
     * points are one.
     */
    public static double index(long[] then, long[] now) {
        long[] sorted = then.clone();
        Arrays.sort(sorted);
        long[] limits = new long[TENTHS - 1];
        for (int tenth = 1; tenth < TENTHS; tenth++) {
            limits[tenth - 1] = sorted[(int) ((long) sorted.length * tenth / TENTHS)];
        }
        long[] distinct = Arrays.stream(limits).distinct().toArray();
        return index(counts(then, distinct), counts(now, distinct));
    }

    private static int[] counts(long[] points, long[] limits) {
        int[] counts = new int[limits.length + 1];
        for (long one : points) {
            int at = Arrays.binarySearch(limits, one);
            counts[at < 0 ? -at - 1 : at + 1]++;
        }
        return counts;
    }
}
