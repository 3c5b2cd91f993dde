package org.leadscore.calibrate.fit;

import java.util.Arrays;

/**
 * Logistic regression with an L2 penalty, by Newton's steps, which are halved until they lead downhill. It minimises the
 * summed loss + λ/2 × the sum of the squared parameters, the intercept's left out.
 */
final class Regression {

    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 30;
    private static final double CLOSE_ENOUGH = 1e-5; // the step from there leaves the square of it
    private static final double ROUNDING = 1e-12;

    private final Likelihood likelihood;
    private final double penalty;

    Regression(Likelihood likelihood, double penalty) {
        this.likelihood = likelihood;
        this.penalty = penalty;
    }

    /**
     * Finds the parameters, the intercept's first, in at most 50 steps.
     *
     * @param start the parameters to begin from
     */
    double[] fit(Weights weights, double[] start) {
        double[] parameters = start.clone();
        Sums<double[][]> sums = likelihood.at(weights, parameters);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = Equations.solve(curvature(sums), slope(sums, parameters));
            if (Arrays.stream(direction).allMatch(part -> Math.abs(part) < CLOSE_ENOUGH)) {
                return moved(parameters, direction, 1);
            }
            double before = loss(sums, parameters);
            double length = 1;
            double[] next = moved(parameters, direction, length);
            sums = likelihood.at(weights, next);
            for (int i = 0; i < MOST_HALVINGS && !(loss(sums, next) <= before + Math.abs(before) * ROUNDING); i++) {
                length /= 2;
                next = moved(parameters, direction, length);
                sums = likelihood.at(weights, next);
            }
            parameters = next;
        }
        return parameters;
    }

    /** The gradient of the penalised log likelihood. */
    private double[] slope(Sums<double[][]> sums, double[] parameters) {
        double[] slope = sums.slope().clone();
        for (int i = 1; i < slope.length; i++) {
            slope[i] -= penalty * parameters[i];
        }
        return slope;
    }

    /** The negative curvature of the penalised log likelihood, filled on both sides of the diagonal. */
    private double[][] curvature(Sums<double[][]> sums) {
        double[][] curvature = sums.information();
        for (int i = 0; i < curvature.length; i++) {
            curvature[i][i] += i == 0 ? 0 : penalty;
            for (int j = 0; j < i; j++) {
                curvature[i][j] = curvature[j][i];
            }
        }
        return curvature;
    }

    private double loss(Sums<double[][]> sums, double[] parameters) {
        double squares = 0;
        for (int i = 1; i < parameters.length; i++) {
            squares += parameters[i] * parameters[i];
        }
        return sums.loss() + penalty / 2 * squares;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        Arrays.setAll(to, i -> from[i] + length * direction[i]);
        return to;
    }
}
