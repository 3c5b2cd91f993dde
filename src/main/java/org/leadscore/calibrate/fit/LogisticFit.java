package org.leadscore.calibrate.fit;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.leadscore.calibrate.feature.EntryCounts;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.feature.Shrinkage;
import org.leadscore.calibrate.rows.History;

/**
 * The fit of {@link Method#LOGISTIC}: a penalised logistic regression with a parameter for each entry and each measure. Of a
 * column that every row has an entry of, the most frequent entry has no effect; of others, having none has no effect, as no
 * points can be written for it.
 */
final class LogisticFit implements Fit {

    private static final double PENALTY = 10;

    private final Sample sample;
    private final double scale;
    private final Weights weights;
    private final Likelihood likelihood;
    private final double[] parameters;

    /**
     * Finds the parameters.
     *
     * @param scale points for each unit of log odds
     * @param used the columns that may have an effect
     * @param near {@link #start} of a similar fit, or empty
     */
    LogisticFit(Sample sample, double scale, boolean[] used, double[] near) {
        this.sample = sample;
        this.scale = scale;
        weights = weights(sample, used);
        likelihood = sample.likelihood();
        double[] start = new double[weights.count()];
        start[0] = Shrinkage.logit(sample.outcomes().rate());
        parameters = new Regression(likelihood, PENALTY).fit(weights, near.length == start.length ? near : start);
    }

    @Override
    public double[][] points() {
        return points(parameters);
    }

    @Override
    public double[] effects() {
        return weights.effects(parameters);
    }

    @Override
    public double[] start() {
        return parameters;
    }

    @Override
    public Resampling resampling() {
        UnaryOperator<double[]> maxima = Linearised.at(effects(), likelihood).maxima(weights, PENALTY);
        return (counts, slope) -> points(maxima.apply(slope));
    }

    private double[][] points(double[] found) {
        double[] effects = weights.effects(found);
        Patterns patterns = sample.patterns();
        double[][] points = new double[patterns.columns()][];
        for (int column = 0; column < points.length; column++) {
            points[column] =
                    new double[patterns.features().get(column).entries().size()];
            double unit = patterns.features().get(column).isAmount() ? patterns.perOccurrence(column) : 1;
            for (int entry = 0; entry < points[column].length; entry++) {
                points[column][entry] = scale * effects[patterns.cellOf(column, entry)] * unit;
            }
        }
        return points;
    }

    private static Weights weights(Sample sample, boolean[] used) {
        Patterns patterns = sample.patterns();
        int[] parameterOfCell = new int[patterns.cellCount()];
        double[] factors = new double[parameterOfCell.length];
        Arrays.fill(parameterOfCell, Weights.ABSENT);
        Arrays.fill(factors, 1);
        parameterOfCell[Patterns.INTERCEPT] = 0;
        int next = 1;
        for (int column = 0; column < patterns.columns(); column++) {
            Feature feature = patterns.features().get(column);
            int without = feature.isAmount() || feature.fades() ? History.NONE : without(sample, column, feature);
            for (int entry = 0; entry < feature.entries().size() && used[column]; entry++) {
                if (entry != without) {
                    parameterOfCell[patterns.cellOf(column, entry)] = next++;
                }
            }
        }
        return new Weights(parameterOfCell, factors, next);
    }

    private static int without(Sample sample, int column, Feature feature) {
        if (sample.rowCounts().leads(column, History.NONE) > 0) {
            return History.NONE;
        }
        EntryCounts counts = sample.counts();
        int most = 0;
        for (int entry = 1; entry < feature.entries().size(); entry++) {
            most = counts.leads(column, entry) > counts.leads(column, most) ? entry : most;
        }
        return most;
    }
}
