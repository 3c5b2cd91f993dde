package org.leadscore.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleSupplier;

/** Amounts of points as integers, in millionths of a point, so that the order of addition cannot matter. */
public final class Points {

    /** Millionths in a point. */
    public static final long ONE = 1_000_000;

    /** What a rule gives or takes at most, a billion points: room enough for sums of such amounts, however wild the data. */
    public static final long MOST = 1_000_000_000 * ONE;

    private static final int PLACES = 6;
    private static final long MOST_BY_HAND = 1L << 62;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /** Below this, eight units in the last place are less than {@link #UNSURE}. */
    private static final double SURE = 1L << 40;

    private static final double UNSURE = 1.0 / 512;

    private Points() {}

    /** Millionths, rounded half even. */
    public static long of(BigDecimal points) {
        return points.movePointRight(PLACES).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    public static BigDecimal toDecimal(long millionths) {
        return BigDecimal.valueOf(millionths, PLACES);
    }

    /** As people read it: at most the given number of decimals, rounded half up (away from zero), no trailing zeros. */
    public static String format(long millionths, int decimals) {
        if (decimals > PLACES || millionths > MOST_BY_HAND || millionths < -MOST_BY_HAND) {
            BigDecimal rounded = toDecimal(millionths).setScale(decimals, RoundingMode.HALF_UP);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
        int places = decimals;
        long unit = POWERS_OF_TEN[PLACES - places];
        long rounded = (Math.abs(millionths) + unit / 2) / unit;
        while (places > 0 && rounded % 10 == 0) {
            rounded /= 10;
            places--;
        }
        String whole = Long.toString(rounded / POWERS_OF_TEN[places]);
        String sign = millionths < 0 && rounded != 0 ? "-" : "";
        if (places == 0) {
            return sign + whole;
        }
        String fraction = Long.toString(POWERS_OF_TEN[places] + rounded % POWERS_OF_TEN[places]);
        return sign + whole + "." + fraction.substring(1);
    }

    /** {@code millionths × count}, held within ±{@link #MOST}; the count is not negative. */
    public static long times(long millionths, long count) {
        if (millionths == 0) {
            return 0;
        }
        long most = MOST / Math.abs(millionths);
        return count > most ? Long.signum(millionths) * MOST : millionths * count;
    }

    /** {@code millionths × numerator ÷ denominator}, exact and then rounded half even; the denominator is positive. */
    public static long scale(long millionths, long numerator, long denominator) {
        long high = Math.multiplyHigh(millionths, numerator);
        long low = millionths * numerator;
        if (high == low >> 63) {
            return divideHalfEven(low, denominator);
        }
        return BigDecimal.valueOf(millionths)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * {@code millionths × factor}, exact (a double is a fraction) and then rounded half even.
     *
     * @param nearFactor off by a few units in its last place at most, and used where that makes no difference
     * @param factor what counts; asked only where it does
     */
    public static long scale(long millionths, double nearFactor, DoubleSupplier factor) {
        double product = millionths * nearFactor;
        double floor = Math.floor(product);
        double above = product - floor;
        if (Math.abs(product) < SURE && Math.abs(above - 0.5) > UNSURE) {
            return (long) floor + (above > 0.5 ? 1 : 0);
        }
        return new BigDecimal(factor.getAsDouble())
                .multiply(BigDecimal.valueOf(millionths))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static long divideHalfEven(long dividend, long divisor) {
        long quotient = Math.floorDiv(dividend, divisor);
        long rest = dividend - quotient * divisor;
        long left = divisor - rest;
        boolean up = rest > left || rest == left && (quotient & 1) != 0;
        return up ? quotient + 1 : quotient;
    }
}
