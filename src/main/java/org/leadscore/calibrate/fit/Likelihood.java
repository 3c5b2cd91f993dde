package org.leadscore.calibrate.fit;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.leadscore.calibrate.feature.Patterns;

/**
 * The log likelihood of outcomes under a logistic model, with its slope and its information. Rows are summed in parts of a
 * fixed number, in a fixed order: the sums are the same for any number of threads.
 */
public final class Likelihood {

    private static final int PARTS = 8;
    private static final int SMALL = 4_096;

    private final Patterns patterns;
    private final PatternCounts outcomes;

    Likelihood(Patterns patterns, PatternCounts outcomes) {
        this.patterns = patterns;
        this.outcomes = outcomes;
    }

    /**
     * Sums loss, slope and information by cell.
     *
     * @param effects by cell, in log odds
     */
    Sums<CellPairs> atEffects(double[] effects) {
        return sum((from, to) -> byCell(effects, from, to), CellPairs::plus);
    }

    /**
     * Sums loss, slope and information by parameter.
     *
     * @param parameters the intercept's first
     */
    Sums<double[][]> at(Weights weights, double[] parameters) {
        double[] effects = weights.effects(parameters);
        int[] parameterOfColumn = weights.parameterOfColumn(patterns);
        if (parameterOfColumn.length == 0) {
            return weights.collapse(atEffects(effects));
        }
        return sum((from, to) -> byParameter(weights, parameterOfColumn, parameters, from, to), Likelihood::upperPlus);
    }

    /** The logistic function: the chance, from 0 to 1, of log odds. */
    public static double chance(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** Sums over the patterns from one to another. */
    private interface Partly<I> {
        Sums<I> over(int from, int to);
    }

    private <I> Sums<I> sum(Partly<I> sums, BinaryOperator<I> both) {
        int parts = patterns.size() < SMALL ? 1 : PARTS;
        List<Sums<I>> inOrder = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> sums.over(bound(part, parts), bound(part + 1, parts)))
                .toList();
        return inOrder.stream().reduce((one, next) -> one.plus(next, both)).orElseThrow();
    }

    /** Adds the second matrix to the first, on and above the diagonal, and returns the first. */
    private static double[][] upperPlus(double[][] one, double[][] other) {
        for (int i = 0; i < one.length; i++) {
            for (int j = i; j < one.length; j++) {
                one[i][j] += other[i][j];
            }
        }
        return one;
    }

    private int bound(int part, int parts) {
        return (int) ((long) patterns.size() * part / parts);
    }

    private Sums<CellPairs> byCell(double[] effects, int from, int to) {
        int columns = patterns.columns();
        Total total = new Total();
        double[] slope = new double[patterns.cellCount()];
        CellPairs information = new CellPairs(slope.length);
        int[] cells = new int[columns + 1];
        double[] values = new double[columns + 1];
        values[0] = 1; // of the intercept
        for (int pattern = from; pattern < to; pattern++) {
            if (outcomes.rows(pattern) == 0) {
                continue;
            }
            double logOdds = effects[Patterns.INTERCEPT];
            for (int i = 1; i <= columns; i++) {
                cells[i] = patterns.cell(pattern, i - 1);
                values[i] = patterns.value(pattern, i - 1);
                logOdds += effects[cells[i]] * values[i];
            }
            total.add(logOdds, outcomes.rows(pattern), outcomes.conversions(pattern));
            for (int i = 0; i <= columns; i++) {
                slope[cells[i]] += total.residual * values[i];
                double weighed = total.weight * values[i];
                for (int j = i; j <= columns; j++) {
                    information.add(cells[i], cells[j], weighed * values[j]);
                }
            }
        }
        return new Sums<>(total.loss, slope, information);
    }

    /** The same where each column has one parameter: a few figures, close together. */
    private Sums<double[][]> byParameter(
            Weights weights, int[] parameterOfColumn, double[] parameters, int from, int to) {
        Total total = new Total();
        double[] slope = new double[parameters.length];
        double[][] information = new double[slope.length][slope.length];
        double[] values = new double[slope.length];
        values[0] = 1; // of the intercept
        for (int pattern = from; pattern < to; pattern++) {
            if (outcomes.rows(pattern) == 0) {
                continue;
            }
            double logOdds = parameters[0];
            for (int column = 0; column < parameterOfColumn.length; column++) {
                int parameter = parameterOfColumn[column];
                if (parameter != Weights.ABSENT) {
                    double value = weights.factor(patterns.cell(pattern, column)) * patterns.value(pattern, column);
                    values[parameter] = value;
                    logOdds += parameters[parameter] * value;
                }
            }
            total.add(logOdds, outcomes.rows(pattern), outcomes.conversions(pattern));
            for (int i = 0; i < values.length; i++) {
                slope[i] += total.residual * values[i];
                double[] line = information[i];
                double weighed = total.weight * values[i];
                for (int j = 0; j < values.length; j++) { // both halves: an even stride is faster than half the work
                    line[j] += weighed * values[j];
                }
            }
        }
        return new Sums<>(total.loss, slope, information);
    }

    /** The loss so far, and the residual and weight of the newest pattern, from which slope and information are summed. */
    private static final class Total {

        private double loss; // negative log likelihood of the patterns so far
        private double residual; // conversions − expected conversions of the newest pattern
        private double weight; // variance of the newest pattern's conversions: rows × chance × (1 − chance)

        void add(double logOdds, double rows, double conversions) {
            double small = StrictMath.exp(-Math.abs(logOdds));
            double chance = logOdds >= 0 ? 1 / (1 + small) : small / (1 + small);
            residual = conversions - rows * chance;
            weight = rows * chance * (1 - chance);
            loss += rows * (Math.max(logOdds, 0) + StrictMath.log1p(small)) - conversions * logOdds;
        }
    }
}
