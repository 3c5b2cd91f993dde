package org.leadscore.calibrate;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A likelihood near its maximum, as a parabola: what it would be for other samples and other factors, without a look at the
 * rows. It is one Newton step from where the regression ended.
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

    /** Of a likelihood at such effects. */
    static Linearised at(double[] effects, Likelihood likelihood) {
        return new Linearised(effects, likelihood.atEffects(effects).information());
    }

    /** @param slope of the sample's log likelihood where the parabola was laid on it, by cell */
    double[] maximum(Weights weights, double[] slope, double penalty) {
        return maxima(weights, penalty).apply(slope);
    }

    /** By slope, for weights that stay the same: what takes the time is done once. */
    UnaryOperator<double[]> maxima(Weights weights, double penalty) {
        Equations equations = Equations.of(curvature(weights, penalty));
        return slope -> {
            double[] right = slope.clone();
            Arrays.setAll(right, cell -> slope[cell] + pull[cell]);
            return equations.solve(weights.collapse(right));
        };
    }

    /** Of one parameter at the maximum: what the inverse of the curvature has on its diagonal. */
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
