package org.leadscore.rules.rule;

import java.util.Arrays;

/**
 * Computes powers of two, for every event that fades, from a table of the 1024th parts and a few terms of the
 * exponential series.
 */
final class PowerOfTwo {

    private static final int BITS = 10;
    private static final int STEPS = 1 << BITS;
    private static final double LN_2 = Math.log(2);

    /** The least exponent for the table: powers with lower ones may not have all their digits. */
    private static final double LEAST = -1000;

    private static final double[] PARTS = new double[STEPS];

    static {
        Arrays.setAll(PARTS, part -> StrictMath.pow(2, (double) part / STEPS));
    }

    private PowerOfTwo() {}

    /**
     * Computes 2 to the exponent, off by a few units in the last place at most: the first term that is left out, (ln 2
     * ÷ 1024)⁵ ÷ 5!, is less than 2⁻⁵⁹.
     *
     * @param exponent not above 0
     */
    static double near(double exponent) {
        if (!(exponent > LEAST)) {
            return Math.pow(2, exponent);
        }
        double steps = Math.floor(exponent * STEPS);
        double rest = (exponent - steps / STEPS) * LN_2;
        double series = 1 + rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6 + rest * (1.0 / 24))));
        long whole = (long) steps;
        double power = Double.longBitsToDouble((whole >> BITS) + Double.MAX_EXPONENT << 52);
        return power * (PARTS[(int) whole & STEPS - 1] * series);
    }
}
