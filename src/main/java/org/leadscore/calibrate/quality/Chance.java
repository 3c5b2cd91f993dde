package org.leadscore.calibrate.quality;

import java.util.Arrays;
import org.leadscore.calibrate.feature.Shrinkage;
import org.leadscore.calibrate.fit.Likelihood;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.lead.Points;

/**
 * The chance behind a score: logit P = α + β · score (J. Platt, 1999, Advances in Large Margin Classifiers, 61–74, without
 * his smoothing of the outcomes).
 *
 * @param intercept α, in log odds
 * @param slope β, in log odds for each unit of the score
 */
public record Chance(double intercept, double slope) {

    private static final int MOST_STEPS = 100;
    private static final double CLOSE_ENOUGH = 1e-10;
    private static final double LONGEST_STEP = 2;
    /** The share of a step below which it is not halved any more; then nothing moves. */
    private static final double LEAST_SHARE = 1e-12;
    /** The share of the loss that two sums may differ by in their last digits. */
    private static final double ROUNDING = 1e-12;

    /**
     * Fits the chance to outcomes by maximum likelihood.
     *
     * @param scores by row, neither held within 0 and 100 nor rounded
     * @param converted by row
     */
    public static Chance of(double[] scores, boolean[] converted) {
        int rows = scores.length;
        double mean = 0;
        int conversions = 0;
        for (int row = 0; row < rows; row++) {
            mean += scores[row] / rows;
            conversions += converted[row] ? 1 : 0;
        }
        double squares = 0;
        for (double score : scores) {
            squares += (score - mean) * (score - mean);
        }
        double unit = squares == 0 ? 1 : Math.sqrt(squares / rows);
        double a = Shrinkage.logit((double) conversions / rows);
        double b = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = step(scores, converted, mean, unit, a, b);
            double before = loss(scores, converted, mean, unit, a, b);
            double share = 1;
            while (share > LEAST_SHARE
                    && loss(scores, converted, mean, unit, a + share * move[0], b + share * move[1])
                            > before + before * ROUNDING) {
                share /= 2;
            }
            a += share * move[0];
            b += share * move[1];
            if (share * (Math.abs(move[0]) + Math.abs(move[1])) < CLOSE_ENOUGH) {
                break;
            }
        }
        return new Chance(a - b * mean / unit, b / unit);
    }

    /**
     * Fits the chance to points in place of scores; its slope is then in log odds for each point.
     *
     * @param points by place of the part, in millionths
     */
    public static Chance ofPoints(HistoryRows part, long[] points) {
        return of(Arrays.stream(points).mapToDouble(Points::toDouble).toArray(), part.outcomes());
    }

    /** The chance of conversion at a score, between 0 and 1. */
    public double at(double score) {
        return Likelihood.chance(intercept + slope * score);
    }

    /** The score at which the chance is reached; not a finite number when the score says nothing. */
    public double scoreAt(double chance) {
        return (Shrinkage.logit(chance) - intercept) / slope;
    }

    /** One step of Newton in its own direction, no longer than two units, which keeps the first ones from leaping over the maximum. */
    private static double[] step(double[] scores, boolean[] converted, double mean, double unit, double a, double b) {
        double slopeA = 0;
        double slopeB = 0;
        double aa = 1e-12;
        double ab = 0;
        double bb = 1e-12;
        for (int row = 0; row < scores.length; row++) {
            double x = (scores[row] - mean) / unit;
            double chance = Likelihood.chance(a + b * x);
            double off = (converted[row] ? 1 : 0) - chance;
            double weight = chance * (1 - chance);
            slopeA += off;
            slopeB += off * x;
            aa += weight;
            ab += weight * x;
            bb += weight * x * x;
        }
        double determinant = aa * bb - ab * ab;
        double moveA = (bb * slopeA - ab * slopeB) / determinant;
        double moveB = (aa * slopeB - ab * slopeA) / determinant;
        double length = Math.max(1, Math.max(Math.abs(moveA), Math.abs(moveB)) / LONGEST_STEP);
        return new double[] {moveA / length, moveB / length};
    }

    /** The negative log likelihood. Each step must lower it: a whole one may leap over the least loss, and back again. */
    private static double loss(double[] scores, boolean[] converted, double mean, double unit, double a, double b) {
        double loss = 0;
        for (int row = 0; row < scores.length; row++) {
            double logOdds = a + b * (scores[row] - mean) / unit;
            double against = converted[row] ? -logOdds : logOdds;
            loss += Math.max(against, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
        }
        return loss;
    }
}
