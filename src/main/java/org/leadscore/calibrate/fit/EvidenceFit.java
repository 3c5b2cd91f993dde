package org.leadscore.calibrate.fit;

import java.util.Arrays;
import org.leadscore.calibrate.feature.EntryCounts;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.feature.Shrinkage;
import org.leadscore.calibrate.rows.History;

/**
 * The fit of {@link Method#EVIDENCE}: points are the shrunken log odds of each entry, its weight of evidence, times a weight
 * of its column. A logistic regression finds the weights, which leave out what other columns say already. Columns whose
 * weight comes out negative are left out, all at once, and the rest is fitted again, until there is none. An amount has its
 * standardised measure in place of evidence, and a weight of any sign.
 */
final class EvidenceFit implements Fit {

    static final double PENALTY = 1;

    private final Sample sample;
    private final double scale; // points for each unit of log odds
    private final boolean[] allowed; // by column
    private final double[] factors; // by cell
    private final Weights weights; // of the columns that stayed
    private final double[] parameters; // of the columns that stayed, the intercept's first
    private final Likelihood likelihood;
    private final double[] first; // parameters before columns were left out

    /**
     * Finds the weights.
     *
     * @param scale points for each unit of log odds
     * @param allowed the columns that may have a weight
     * @param near {@link #start} of a similar fit, or empty
     */
    EvidenceFit(Sample sample, double scale, boolean[] allowed, double[] near) {
        this.sample = sample;
        this.scale = scale;
        this.allowed = allowed.clone();
        factors = factors(sample.rowCounts());
        likelihood = sample.likelihood();
        Regression regression = new Regression(likelihood, PENALTY);
        boolean[] used = allowed.clone();
        Weights current = weights(used, factors);
        double[] start = start(used);
        first = regression.fit(current, near.length == start.length ? near : start);
        double[] found = first;
        while (leave(used, current, found)) {
            start = kept(used, current, found);
            current = weights(used, factors);
            found = regression.fit(current, start);
        }
        weights = current;
        parameters = found;
    }

    @Override
    public double[][] points() {
        return points(weights, parameters, factors);
    }

    @Override
    public double[] start() {
        return first;
    }

    @Override
    public double[] effects() {
        return weights.effects(parameters);
    }

    @Override
    public Resampling resampling() {
        Linearised near = Linearised.at(effects(), likelihood);
        return (counts, slope) -> points(near, counts, slope);
    }

    private double[][] points(Linearised near, EntryCounts counts, double[] slope) {
        double[] otherFactors = factors(counts);
        boolean[] used = allowed.clone();
        Weights current = weights(used, otherFactors);
        double[] found = near.maximum(current, slope, PENALTY);
        while (leave(used, current, found)) {
            current = weights(used, otherFactors);
            found = near.maximum(current, slope, PENALTY);
        }
        return points(current, found, otherFactors);
    }

    /**
     * Selects the columns to keep when only so many may stay: again and again the one is left out that the likelihood misses
     * least, by the parabola at its maximum (A. Wald, 1943, Trans. Am. Math. Soc. 54, 426–482).
     *
     * @return by column, true for those that stay
     */
    boolean[] best(int most) {
        boolean[] used = new boolean[allowed.length];
        for (int column = 0; column < used.length; column++) {
            used[column] = parameter(weights, column) != Weights.ABSENT;
        }
        Sums<CellPairs> sums = likelihood.atEffects(effects());
        Linearised near = new Linearised(effects(), sums.information());
        Weights current = weights;
        double[] found = parameters;
        while (current.count() - 1 > most) {
            int least = least(near, current, found);
            for (int column = 0; column < used.length; column++) {
                used[column] &= parameter(current, column) != least;
            }
            current = weights(used, factors);
            found = near.maximum(current, sums.slope(), PENALTY);
        }
        return used;
    }

    private static int least(Linearised near, Weights current, double[] found) {
        int least = 1;
        double leastMissed = Double.POSITIVE_INFINITY;
        for (int parameter = 1; parameter < current.count(); parameter++) {
            double missed = found[parameter] * found[parameter] / near.variance(current, PENALTY, parameter);
            if (missed < leastMissed) {
                leastMissed = missed;
                least = parameter;
            }
        }
        return least;
    }

    /** The factors by cell: the weight of evidence W, less that of none in a column that fades; 1 for the intercept and for amounts. */
    private double[] factors(EntryCounts counts) {
        Patterns patterns = sample.patterns();
        Shrinkage shrinkage = counts.shrinkage();
        double[] byCell = new double[patterns.cellCount()];
        Arrays.fill(byCell, 1);
        for (int column = 0; column < patterns.columns(); column++) {
            Feature feature = patterns.features().get(column);
            for (int entry = History.NONE; entry < feature.entries().size() && !feature.isAmount(); entry++) {
                byCell[patterns.cellOf(column, entry)] =
                        shrinkage.evidence(counts.leads(column, entry), counts.conversions(column, entry));
            }
            if (feature.fades()) { // so that points × factor is what the regression sees
                double none = byCell[patterns.cellOf(column, History.NONE)];
                for (int entry = History.NONE; entry < feature.entries().size(); entry++) {
                    byCell[patterns.cellOf(column, entry)] -= none;
                }
            }
        }
        return byCell;
    }

    private Weights weights(boolean[] used, double[] byCell) {
        Patterns patterns = sample.patterns();
        int[] parameterOfCell = new int[patterns.cellCount()];
        Arrays.fill(parameterOfCell, Weights.ABSENT);
        parameterOfCell[Patterns.INTERCEPT] = 0;
        int next = 1;
        for (int column = 0; column < used.length; column++) {
            if (used[column]) {
                Feature feature = patterns.features().get(column);
                for (int entry = History.NONE; entry < feature.entries().size(); entry++) {
                    parameterOfCell[patterns.cellOf(column, entry)] = next;
                }
                next++;
            }
        }
        return new Weights(parameterOfCell, byCell, next);
    }

    private double[] start(boolean[] used) {
        double[] start = new double[used.length + 1];
        start[0] = Shrinkage.logit(sample.outcomes().rate());
        int next = 1;
        for (int column = 0; column < used.length; column++) {
            if (used[column]) {
                start[next++] = sample.patterns().features().get(column).isAmount() ? 0 : 1;
            }
        }
        return Arrays.copyOf(start, next);
    }

    /** Takes the columns with a negative weight out; true when there were some. */
    private boolean leave(boolean[] used, Weights current, double[] found) {
        boolean left = false;
        for (int column = 0; column < used.length; column++) {
            boolean free = sample.patterns().features().get(column).isAmount();
            if (used[column] && !free && found[parameter(current, column)] < 0) {
                used[column] = false;
                left = true;
            }
        }
        return left;
    }

    private double[] kept(boolean[] used, Weights before, double[] found) {
        double[] kept = new double[found.length];
        kept[0] = found[0];
        int next = 1;
        for (int column = 0; column < used.length; column++) {
            if (used[column]) {
                kept[next++] = found[parameter(before, column)];
            }
        }
        return Arrays.copyOf(kept, next);
    }

    private int parameter(Weights of, int column) {
        return of.parameter(sample.patterns().cellOf(column, History.NONE));
    }

    /** The points of each entry, less those of having none, for which no points can be written. */
    private double[][] points(Weights of, double[] found, double[] byCell) {
        Patterns patterns = sample.patterns();
        double[][] points = new double[patterns.columns()][];
        for (int column = 0; column < points.length; column++) {
            Feature feature = patterns.features().get(column);
            points[column] = new double[feature.entries().size()];
            int parameter = parameter(of, column);
            double weight = parameter == Weights.ABSENT ? 0 : found[parameter];
            double none = feature.isAmount() ? 0 : byCell[patterns.cellOf(column, History.NONE)];
            for (int entry = 0; entry < points[column].length; entry++) {
                double evidence = feature.isAmount()
                        ? patterns.perOccurrence(column)
                        : byCell[patterns.cellOf(column, entry)] - none;
                points[column][entry] = scale * weight * evidence;
            }
        }
        return points;
    }
}
