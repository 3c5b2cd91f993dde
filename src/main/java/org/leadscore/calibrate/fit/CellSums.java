package org.leadscore.calibrate.fit;

/**
 * The value, gradient and information matrix of a log likelihood, summed over rows, by cell. Made by {@link Likelihood};
 * {@link Weights} turns them into {@link Sums} by parameter.
 */
final class CellSums {

    private final double loss;
    private final double[] slope;
    private final CellPairs information;

    /**
     * Wraps the arrays without copying them.
     *
     * @param loss the negative log likelihood
     * @param slope the gradient of the log likelihood
     * @param information its negative curvature
     */
    CellSums(double loss, double[] slope, CellPairs information) {
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

    CellPairs information() {
        return information;
    }

    /** Adds the other's sums to the arrays of this one. */
    CellSums plus(CellSums other) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] += other.slope[i];
        }
        return new CellSums(loss + other.loss, slope, information.plus(other.information));
    }
}
