package org.leadscore.calibrate;

/** What a log likelihood comes to, summed over rows, by cell. */
final class CellSums {

    private final double loss;
    private final double[] slope;
    private final CellPairs information;

    /**
     * Takes the arrays as they are.
     *
     * @param loss the negative log likelihood
     * @param slope of the log likelihood
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

    /** Both together, in the arrays of this one. */
    CellSums plus(CellSums other) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] += other.slope[i];
        }
        return new CellSums(loss + other.loss, slope, information.plus(other.information));
    }
}
