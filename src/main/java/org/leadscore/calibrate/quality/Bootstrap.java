package org.leadscore.calibrate.quality;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.leadscore.calibrate.feature.EntryCounts;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.fit.Fit;
import org.leadscore.calibrate.fit.Likelihood;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.Mix;

/**
 * Estimates how far a figure would move if history were played again, by drawing leads with replacement (B. Efron, 1979,
 * Ann. Stat. 7, 1–26). A lead is drawn with all of its rows. More than two thousand leads are dealt at random into two
 * thousand groups, and groups are drawn: that has the same spread, and rows are not looked at again. Where rules have
 * thousands of values there are fewer groups, as each keeps a figure for each value.
 */
public final class Bootstrap {

    private static final int MOST_GROUPS = 2_000;
    private static final int MOST_FIGURES = 8_000_000;
    private static final int SAMPLES = 400;

    private final long seed;
    private final int[] groupOfLead;
    private final int groups;

    /** Draws from these rows, one of each lead; the same seed draws the same rows. */
    public Bootstrap(HistoryRows leadRows, long seed) {
        this(leadRows, 1, seed);
    }

    /**
     * Deals the leads into groups.
     *
     * @param leadRows one row for each lead
     * @param figures how many numbers are kept of each group; many of them make fewer groups
     */
    public Bootstrap(HistoryRows leadRows, int figures, long seed) {
        this.seed = seed;
        groups = Math.min(Math.min(MOST_GROUPS, MOST_FIGURES / figures), leadRows.size());
        groupOfLead = new int[leadRows.history().leadNumbers()];
        for (int place = 0; place < leadRows.size(); place++) {
            int lead = leadRows.history().lead(leadRows.row(place));
            groupOfLead[lead] = leadRows.size() == groups ? place : Mix.below(groups, seed, lead);
        }
    }

    /**
     * Half the width of the 95 % interval of each of a fit's points, by column and entry, in points.
     *
     * @param counted the rows that the fit counts
     */
    public double[][] plusMinus(Fit fit, Patterns patterns, HistoryRows counted) {
        double[][] slopes = slopes(fit, patterns);
        List<EntryCounts> counts = EntryCounts.byGroup(counted, patterns.features(), groupOfLead, groups);
        double[][] fitted = fit.points();
        Fit.Resampling resampling = fit.resampling();
        List<double[][]> samples = IntStream.range(0, SAMPLES)
                .parallel()
                .mapToObj(sample -> points(fitted, resampling, counts, slopes, draw(sample)))
                .toList();
        double[][] half = new double[patterns.columns()][];
        for (int column = 0; column < half.length; column++) {
            half[column] = new double[fitted[column].length];
            for (int entry = 0; entry < half[column].length; entry++) {
                half[column][entry] = Wilson.Z * deviation(figures(samples, column, entry));
            }
        }
        return half;
    }

    /**
     * Computes a figure for each of 400 samples.
     *
     * @param figure takes how often each group was drawn
     */
    double[] samples(ToDoubleFunction<int[]> figure) {
        return IntStream.range(0, SAMPLES)
                .parallel()
                .mapToDouble(sample -> figure.applyAsDouble(draw(sample)))
                .toArray();
    }

    int groups() {
        return groups;
    }

    int groupOfLead(int lead) {
        return groupOfLead[lead];
    }

    /** The standard deviation of figures, with n − 1 below the line. */
    static double deviation(double[] figures) {
        double mean = Arrays.stream(figures).average().orElse(0);
        double squares =
                Arrays.stream(figures).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (figures.length - 1));
    }

    private static double[][] points(
            double[][] fitted, Fit.Resampling resampling, List<EntryCounts> counts, double[][] slopes, int[] times) {
        EntryCounts drawn = EntryCounts.drawn(counts, times);
        boolean hasBoth = drawn.overallRate() > 0 && drawn.overallRate() < 1;
        return hasBoth ? resampling.points(drawn, sum(slopes, times)) : fitted;
    }

    /** Counts how often each group is drawn into a sample. */
    private int[] draw(int sample) {
        SplittableRandom random = new SplittableRandom(Mix.of(seed, sample));
        int[] times = new int[groups];
        for (int i = 0; i < groups; i++) {
            times[random.nextInt(groups)]++;
        }
        return times;
    }

    private double[][] slopes(Fit fit, Patterns patterns) {
        double[] chances = new double[patterns.size()];
        double[] effects = fit.effects();
        Arrays.setAll(chances, pattern -> Likelihood.chance(patterns.logOdds(pattern, effects)));
        double[][] slopes = new double[groups][patterns.cellCount()];
        HistoryRows part = patterns.part();
        for (int place = 0; place < part.size(); place++) {
            int row = part.row(place);
            int pattern = patterns.patternOfPlace(place);
            double residual = (part.history().converted(row) ? 1 : 0) - chances[pattern];
            double[] slope = slopes[groupOfLead[part.history().lead(row)]];
            slope[Patterns.INTERCEPT] += residual;
            for (int column = 0; column < patterns.columns(); column++) {
                slope[patterns.cell(pattern, column)] += residual * patterns.value(pattern, column);
            }
        }
        return slopes;
    }

    private static double[] sum(double[][] slopes, int[] times) {
        double[] sum = new double[slopes[0].length];
        for (int group = 0; group < times.length; group++) {
            for (int cell = 0; cell < sum.length && times[group] > 0; cell++) {
                sum[cell] += times[group] * slopes[group][cell];
            }
        }
        return sum;
    }

    private static double[] figures(List<double[][]> samples, int column, int entry) {
        return samples.stream().mapToDouble(points -> points[column][entry]).toArray();
    }
}
