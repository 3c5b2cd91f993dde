package org.leadscore.calibrate.fit;

/**
 * The value, gradient and information matrix of a log likelihood, summed over rows, by parameter. Made by {@link Likelihood}
 * for {@link Regression}.
 */
final class Sums {

    private final double loss;
    private final double[] slope;
    private final double[][] information;

    /**
     * Wraps the arrays without copying them.
     *
     * @param loss the negative log likelihood
     * @param slope the gradient of the log likelihood
     * @param information its negative curvature; only what stands on and above the diagonal is filled
     */
    Sums(double loss, double[] slope, double[][] information) {
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

    double[][] information() {
        return information;
    }

    /** Adds the other's sums to the arrays of this one. */
    Sums plus(Sums other) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] += other.slope[i];
            for (int j = i; j < slope.length; j++) {
                information[i][j] += other.information[i][j];
            }
        }
        return new Sums(loss + other.loss, slope, information);
    }
}
