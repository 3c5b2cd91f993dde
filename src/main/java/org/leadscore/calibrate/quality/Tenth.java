package org.leadscore.calibrate.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * A tenth of the rows, in the order of points. Where it begins or ends amid equal points, it takes a share of these rows and
 * of their conversions, as nothing says which of them come first.
 *
 * @param rows in the tenth, not always a whole number
 * @param conversions in it
 * @param rate conversions ÷ rows
 * @param lift rate ÷ overall rate
 * @param gain the share of all conversions that is in this tenth and those above, from 0 to 1
 */
public record Tenth(double rows, double conversions, double rate, double lift, double gain) {

    private static final int COUNT = 10;

    /** Divides rows into ten tenths, the best first. */
    static List<Tenth> of(long[] points, boolean[] converted) {
        Ranks ranks = new Ranks(points);
        int[] rows = new int[ranks.size()];
        int[] won = new int[ranks.size()];
        int conversions = 0;
        for (int row = 0; row < points.length; row++) {
            rows[ranks.place(row)]++;
            won[ranks.place(row)] += converted[row] ? 1 : 0;
            conversions += converted[row] ? 1 : 0;
        }
        List<Tenth> tenths = new ArrayList<>();
        double size = points.length / (double) COUNT;
        double before = 0;
        for (int tenth = 1; tenth <= COUNT; tenth++) {
            double upTo = tenth == COUNT ? conversions : within(size * tenth, rows, won);
            double inIt = upTo - before;
            double rate = inIt / size;
            tenths.add(new Tenth(size, inIt, rate, rate * points.length / conversions, upTo / conversions));
            before = upTo;
        }
        return tenths;
    }

    /** Number of conversions among so many of the best rows. */
    private static double within(double best, int[] rows, int[] won) {
        double sum = 0;
        double left = best;
        for (int place = rows.length - 1; place >= 0 && left > 0; place--) {
            double share = Math.min(1, left / rows[place]);
            sum += share * won[place];
            left -= rows[place];
        }
        return sum;
    }
}
