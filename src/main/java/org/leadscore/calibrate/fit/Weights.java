package org.leadscore.calibrate.fit;

import java.util.Arrays;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.rows.History;

/**
 * The design of a regression: for each cell the parameter that it belongs to and the factor by which the parameter is
 * multiplied. Parameter 0 is the intercept, which alone is not penalised.
 */
final class Weights {

    /** The parameter of a cell that has no effect. */
    static final int ABSENT = -1;

    private final int[] parameterOfCell;
    private final double[] factorOfCell;
    private final int count;

    /**
     * Wraps the arrays without copying them.
     *
     * @param parameterOfCell {@link #ABSENT} for cells that have no effect
     * @param factorOfCell by cell
     * @param count of the parameters
     */
    Weights(int[] parameterOfCell, double[] factorOfCell, int count) {
        this.parameterOfCell = parameterOfCell;
        this.factorOfCell = factorOfCell;
        this.count = count;
    }

    /** Number of parameters, the intercept's included. */
    int count() {
        return count;
    }

    /** The parameter of a cell, or {@link #ABSENT}. */
    int parameter(int cell) {
        return parameterOfCell[cell];
    }

    /** The factor by which the parameter of a cell is multiplied. */
    double factor(int cell) {
        return factorOfCell[cell];
    }

    /** The parameter of each column, or {@link #ABSENT}; empty when the cells of some column have several. */
    int[] parameterOfColumn(Patterns patterns) {
        int[] parameterOfColumn = new int[patterns.columns()];
        for (int column = 0; column < parameterOfColumn.length; column++) {
            parameterOfColumn[column] = parameter(patterns.cellOf(column, History.NONE));
            for (int entry = 0;
                    entry < patterns.features().get(column).entries().size();
                    entry++) {
                if (parameter(patterns.cellOf(column, entry)) != parameterOfColumn[column]) {
                    return new int[0];
                }
            }
        }
        return parameterOfColumn;
    }

    /** Sums by cell as sums by parameter. */
    Sums<double[][]> collapse(Sums<CellPairs> byCell) {
        return new Sums<>(byCell.loss(), collapse(byCell.slope()), collapse(byCell.information()));
    }

    /** The effect of each cell in log odds. */
    double[] effects(double[] parameters) {
        double[] effects = new double[parameterOfCell.length];
        Arrays.setAll(
                effects,
                cell -> parameterOfCell[cell] == ABSENT ? 0 : parameters[parameterOfCell[cell]] * factorOfCell[cell]);
        return effects;
    }

    /** Turns one figure by cell into one by parameter: each cell's times its factor, summed. */
    double[] collapse(double[] byCell) {
        double[] byParameter = new double[count];
        for (int cell = 0; cell < byCell.length; cell++) {
            if (parameterOfCell[cell] != ABSENT) {
                byParameter[parameterOfCell[cell]] += factorOfCell[cell] * byCell[cell];
            }
        }
        return byParameter;
    }

    /** Turns sums by pairs of cells into sums by pairs of parameters, filled on both sides of the diagonal. */
    double[][] collapse(CellPairs byCells) {
        double[][] byParameters = new double[count][count];
        byCells.each((i, j, sum) -> {
            int one = parameterOfCell[i];
            int other = parameterOfCell[j];
            if (one != ABSENT && other != ABSENT) {
                double part = factorOfCell[i] * factorOfCell[j] * sum;
                byParameters[one][other] += part;
                if (i != j) {
                    byParameters[other][one] += part;
                }
            }
        });
        return byParameters;
    }
}
