package org.leadscore.calibrate.fit;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A quadratic approximation of a log likelihood near its maximum. It finds the maximum for other samples and other factors
 * by one Newton step from where the regression ended, without a look at the rows.
 */
final class Linearised {

    private final CellPairs information;
    private final double[] pull; // information × effects

    /** @param effects by cell, in log odds, where the regression ended */
    Linearised(double[] effects, CellPairs information) {
        this.information = information;
        pull = new double[effects.length];
        information.each((i, j, sum) -> {
            pull[i] += sum * effects[j];
            pull[j] += i == j ? 0 : sum * effects[i];
        });
    }

    /** Approximates a likelihood at effects by cell, in log odds. */
    static Linearised at(double[] effects, Likelihood likelihood) {
        return new Linearised(effects, likelihood.atEffects(effects).information());
    }

    /**
     * The parameters at the maximum.
     *
     * @param slope by cell, of the sample's log likelihood at the effects of the approximation
     * @param penalty λ of {@link Regression}
     */
    double[] maximum(Weights weights, double[] slope, double penalty) {
        return maxima(weights, penalty).apply(slope);
    }

    /** Prepares {@link #maximum} for many slopes under the same weights; the matrix is decomposed once. */
    UnaryOperator<double[]> maxima(Weights weights, double penalty) {
        Equations equations = Equations.of(curvature(weights, penalty));
        return slope -> {
            double[] right = slope.clone();
            Arrays.setAll(right, cell -> slope[cell] + pull[cell]);
            return equations.solve(weights.collapse(right));
        };
    }

    /** The variance of one parameter at the maximum: its place on the diagonal of the inverse curvature. */
    double variance(Weights weights, double penalty, int parameter) {
        double[] unit = new double[weights.count()];
        unit[parameter] = 1;
        return Equations.solve(curvature(weights, penalty), unit)[parameter];
    }

    private double[][] curvature(Weights weights, double penalty) {
        double[][] curvature = weights.collapse(information);
        for (int i = 1; i < curvature.length; i++) {
            curvature[i][i] += penalty;
        }
        return curvature;
    }
}
