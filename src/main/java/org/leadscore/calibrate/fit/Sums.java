package org.leadscore.calibrate.fit;

import java.util.function.BinaryOperator;

/**
 * The value, gradient and information of a log likelihood, summed over rows, by cell or by parameter. Made by {@link Likelihood}
 * for {@link Regression}.
 *
 * @param <I> the information, a matrix: {@link CellPairs} where there may be many cells, an array where there are few parameters
 */
final class Sums<I> {

    private final double loss;
    private final double[] slope;
    private final I information;

    /**
     * Takes the arrays as they are.
     *
     * @param loss the negative log likelihood
     * @param slope of the log likelihood
     * @param information its negative curvature; only what stands on and above the diagonal is filled
     */
    Sums(double loss, double[] slope, I information) {
        this.loss = loss;
        this.slope = slope;
        this.information = information;
    }

    double loss() {
        return loss;
    }

    double[] slope() {
        return slope;
    }

    I information() {
        return information;
    }

    /**
     * Both together, in the arrays of this one.
     *
     * @param both adds the second information to the first
     */
    Sums<I> plus(Sums<I> other, BinaryOperator<I> both) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] += other.slope[i];
        }
        return new Sums<>(loss + other.loss, slope, both.apply(information, other.information));
    }
}
