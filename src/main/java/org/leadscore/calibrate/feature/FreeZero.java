package org.leadscore.calibrate.feature;

import java.util.Arrays;

/**
 * Moves the points of a table, by half a point at most, to where rounding changes the differences between leads least. That
 * is allowed when every lead has an entry of the table: a point more for all leads changes no order and no chance, and
 * {@code zero} moves along.
 */
final class FreeZero {

    private static final double CLOSE = 1e-9;

    private FreeZero() {}

    /**
     * The shift to add to points before they are rounded to whole ones, from −0.5 to 0.5; 0 where nothing is better.
     *
     * @param points by entry
     * @param leads by entry, how many have it
     */
    static double shift(double[] points, int[] leads) {
        double best = 0;
        double least = spread(points, leads, 0);
        double[] turns = turns(points);
        for (int i = 0; i + 1 < turns.length; i++) {
            double between = (turns[i] + turns[i + 1]) / 2;
            double spread = spread(points, leads, between);
            boolean isAsGood = spread < least + CLOSE && Math.abs(between) < Math.abs(best);
            if (spread < least - CLOSE || isAsGood) {
                least = Math.min(least, spread);
                best = between;
            }
        }
        return best;
    }

    /** The shifts, ascending, at which some entry comes to be rounded to another number, and the ends of where they may lie. */
    private static double[] turns(double[] points) {
        double[] turns = Arrays.copyOf(points, points.length + 2);
        for (int entry = 0; entry < points.length; entry++) {
            double off = points[entry] - Math.rint(points[entry]);
            turns[entry] = (off > 0 ? 0.5 : -0.5) - off;
        }
        turns[points.length] = -0.5;
        turns[points.length + 1] = 0.5;
        Arrays.sort(turns);
        return turns;
    }

    /** The variance, over leads, of the rounding error in points. */
    private static double spread(double[] points, int[] leads, double shift) {
        double all = 0;
        double sum = 0;
        double squares = 0;
        for (int entry = 0; entry < points.length; entry++) {
            double added = Math.rint(points[entry] + shift) - points[entry];
            all += leads[entry];
            sum += leads[entry] * added;
            squares += leads[entry] * added * added;
        }
        return all == 0 ? 0 : squares / all - sum / all * (sum / all);
    }
}
