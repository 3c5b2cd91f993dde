package org.leadscore.calibrate.quality;

import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.LeadRows;

/**
 * The area under the ROC curve: the chance that a lead who converted has more points than one who did not, half of the ties
 * counted in (F. Wilcoxon, 1945, Biometrics Bull. 1, 80–83).
 *
 * @param variance of the area as an estimate
 */
public record Auc(double area, double variance) {

    /**
     * Computes the area with the variance of E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson (1988, Biometrics 44,
     * 837–845), from midranks in O(n log n) (X. Sun and W. Xu, 2014, IEEE Signal Process. Lett. 21, 1389–1393). Rows are
     * taken to be independent of each other.
     *
     * @return not a number where all converted or none did; a side with a single row adds 0 to the variance
     */
    static Auc of(long[] points, boolean[] converted) {
        Components components = new Components(points, converted);
        return new Auc(components.area, components.covariance(components));
    }

    /**
     * Computes the area of one ranking minus that of another of the same rows, with the variance of the difference (DeLong
     * et al., 1988). Rows are taken to be independent of each other.
     */
    static Auc difference(long[] points, long[] others, boolean[] converted) {
        Components one = new Components(points, converted);
        Components other = new Components(others, converted);
        double variance = one.covariance(one) + other.covariance(other) - 2 * one.covariance(other);
        return new Auc(one.area - other.area, Math.max(0, variance));
    }

    /**
     * Computes the area for rows of which several may belong to one lead. Where each lead has one row the variance is
     * DeLong's; elsewhere it is the variance over samples of leads, each drawn with all of its rows ({@link Bootstrap}).
     * The influence of each row stays fixed while drawing.
     *
     * @param points by place of the part; only their order counts
     */
    static Auc of(HistoryRows part, long[] points, long seed) {
        boolean[] converted = part.outcomes();
        return part.eachLeadOnce() ? of(points, converted) : drawn(part, new Components(points, converted), null, seed);
    }

    /**
     * Computes the area of one ranking of the part minus that of another, with the variance of
     * {@link #of(Part, long[], long)}.
     *
     * @param points of the one, by place of the part; only their order counts
     * @param others of the other, by place of the part
     */
    public static Auc difference(HistoryRows part, long[] points, long[] others, long seed) {
        boolean[] converted = part.outcomes();
        return part.eachLeadOnce()
                ? difference(points, others, converted)
                : drawn(part, new Components(points, converted), new Components(others, converted), seed);
    }

    private static Auc drawn(HistoryRows part, Components one, @Nullable Components other, long seed) {
        Bootstrap bootstrap = new Bootstrap(LeadRows.of(part, seed), seed);
        double[] added = new double[bootstrap.groups()];
        for (int place = 0; place < part.size(); place++) {
            int group = bootstrap.groupOfLead(part.history().lead(part.row(place)));
            added[group] += one.added(place) - (other == null ? 0 : other.added(place));
        }
        double deviation = Bootstrap.deviation(bootstrap.samples(times -> {
            double sum = 0;
            for (int group = 0; group < times.length; group++) {
                sum += times[group] * added[group];
            }
            return sum;
        }));
        return new Auc(one.area - (other == null ? 0 : other.area), deviation * deviation);
    }

    /** The 95 % confidence interval of the area, by a normal distribution; it may reach below 0 and above 1. */
    public Interval interval() {
        double half = Wilson.Z * Math.sqrt(variance);
        return new Interval(area - half, area + half);
    }

    /**
     * The structural components of an area, by row: for a conversion the share of other rows below it, for another row the
     * share of conversions above it. Ties count half.
     */
    private static final class Components {

        private final double[] share;
        private final boolean[] converted;
        private final double area;
        private final int conversions;

        Components(long[] points, boolean[] converted) {
            this.converted = converted;
            Ranks ranks = new Ranks(points);
            int[] won = new int[ranks.size()];
            int[] lost = new int[ranks.size()];
            for (int row = 0; row < points.length; row++) {
                (converted[row] ? won : lost)[ranks.place(row)]++;
            }
            double[] lostBelow = below(lost);
            double[] wonBelow = below(won);
            int all = 0;
            for (int count : won) {
                all += count;
            }
            conversions = all;
            int others = points.length - all;
            share = new double[points.length];
            double sum = 0;
            for (int row = 0; row < points.length; row++) {
                int place = ranks.place(row);
                share[row] = converted[row] ? lostBelow[place] / others : (conversions - wonBelow[place]) / conversions;
                sum += converted[row] ? share[row] : 0;
            }
            area = sum / conversions;
        }

        /** Counts, for each place, the rows below it and half of those at it. */
        private static double[] below(int[] at) {
            double[] below = new double[at.length];
            double sum = 0;
            for (int place = 0; place < at.length; place++) {
                below[place] = sum + at[place] / 2.0;
                sum += at[place];
            }
            return below;
        }

        /** The influence of a row on the area: (share − area) ÷ the number of rows on its side. */
        double added(int row) {
            return (share[row] - area) / (converted[row] ? conversions : share.length - conversions);
        }

        /** The covariance of two areas over the same rows, as an estimate (DeLong et al., 1988). */
        double covariance(Components other) {
            double wonSum = 0;
            double lostSum = 0;
            for (int row = 0; row < share.length; row++) {
                double product = (share[row] - area) * (other.share[row] - other.area);
                wonSum += converted[row] ? product : 0;
                lostSum += converted[row] ? 0 : product;
            }
            int others = share.length - conversions;
            return part(wonSum, conversions) + part(lostSum, others);
        }

        private static double part(double sum, int count) {
            return count < 2 ? 0 : sum / (count - 1) / count;
        }
    }
}
