package org.leadscore.calibrate.fit;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/** Symmetric linear equations, as Newton steps pose them, solved by Cholesky's decomposition. */
final class Equations {

    private static final double ASYMMETRY = 1e-6;
    private static final double LEAST = 1e-14;

    private final DecompositionSolver solver;

    private Equations(DecompositionSolver solver) {
        this.solver = solver;
    }

    /**
     * Decomposes a matrix, once for any number of right sides.
     *
     * @param matrix positive definite up to rounding; where it is not quite, its diagonal is raised until it is
     */
    static Equations of(double[][] matrix) {
        double raise = 0;
        while (true) {
            try {
                return new Equations(new CholeskyDecomposition(raised(matrix, raise), ASYMMETRY, LEAST).getSolver());
            } catch (NonPositiveDefiniteMatrixException singular) {
                raise = raise == 0 ? 1e-10 * largest(matrix) : raise * 100;
            }
        }
    }

    /** Solves {@code matrix × x = right} for x. */
    double[] solve(double[] right) {
        return solver.solve(new ArrayRealVector(right, false)).toArray();
    }

    /** Decomposes a matrix and solves {@code matrix × x = right} for x. */
    static double[] solve(double[][] matrix, double[] right) {
        return of(matrix).solve(right);
    }

    private static RealMatrix raised(double[][] matrix, double raise) {
        RealMatrix copy = new Array2DRowRealMatrix(matrix, true);
        for (int i = 0; i < matrix.length; i++) {
            copy.addToEntry(i, i, raise);
        }
        return copy;
    }

    private static double largest(double[][] matrix) {
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < matrix.length; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        return largest;
    }
}
