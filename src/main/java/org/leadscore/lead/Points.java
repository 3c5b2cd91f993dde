package org.leadscore.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleSupplier;

/**
 * Computes with amounts of points as integers, in millionths of a point, so that the order of addition cannot matter.
 */
public final class Points {

    /** Millionths in a point. */
    public static final long ONE = 1_000_000;

    /**
     * The most that one rule or group can give or take, a billion points, in millionths. No file means so much, and a
     * number that a table holds by mistake (a telephone number in a column that is summed) must not make a total
     * overflow.
     */
    public static final long MOST = 1_000_000_000 * ONE;

    private static final int PLACES = 6;

    /** The most characters of a long with its sign, a decimal point and a zero before it. */
    private static final int MOST_WITHOUT_DECIMALS = 22;

    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /**
     * The bound below which a double is exact enough to tell on which side of the middle between two integers a product
     * lies.
     */
    private static final double SURE = 1L << 40;

    /** Eight units in the last place, as a share of a number: more than the error of a product of near factors. */
    private static final double UNSURE = 0x1p-49;

    private Points() {}

    /**
     * Converts points to millionths, rounded half even.
     *
     * @throws ArithmeticException when they do not fit into a long
     */
    public static long of(BigDecimal points) {
        return points.movePointRight(PLACES).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** Converts millionths to points, exactly, with six decimals. */
    public static BigDecimal toDecimal(long millionths) {
        return BigDecimal.valueOf(millionths, PLACES);
    }

    /** The points as a floating-point number, for estimates that need not be exact. */
    public static double toDouble(long millionths) {
        return millionths / (double) ONE;
    }

    /** Holds an amount of millionths within −{@link #MOST} and {@link #MOST}. */
    public static long held(long millionths) {
        return Math.max(-MOST, Math.min(MOST, millionths));
    }

    /** Multiplies, no further from 0 than {@link #MOST}: {@code millionths × count}; the count is not negative. */
    public static long times(long millionths, long count) {
        long high = Math.multiplyHigh(millionths, count);
        long low = millionths * count;
        if (high == low >> 63) {
            return held(low);
        }
        return high < 0 ? -MOST : MOST;
    }

    /**
     * Formats millionths as points, for people: at most the given number of decimals, rounded half up (away from zero),
     * no trailing zeros.
     */
    public static String format(long millionths, int decimals) {
        byte[] text = new byte[room(decimals)];
        int start = put(millionths, decimals, text, text.length);
        return new String(text, start, text.length - start, StandardCharsets.ISO_8859_1);
    }

    /** Number of bytes that are enough for any amount with so many decimals. */
    public static int room(int decimals) {
        return MOST_WITHOUT_DECIMALS + decimals;
    }

    /**
     * Writes what {@link #format} says into bytes, from behind.
     *
     * @param decimals six at most
     * @param end what is written ends before it
     * @return where it begins
     */
    public static int put(long millionths, int decimals, byte[] text, int end) {
        long unit = POWERS_OF_TEN[PLACES - decimals];
        long rest = 2 * (millionths % unit);
        long rounded = millionths / unit + (rest >= unit ? 1 : rest <= -unit ? -1 : 0);
        int places = decimals;
        while (places > 0 && rounded % 10 == 0) {
            rounded /= 10;
            places--;
        }
        return putPlain(rounded, places, text, end);
    }

    /**
     * Writes a number of units of the last decimal into bytes, from behind, with all its decimals: 873 with one is
     * 87.3. There may be any number of decimals.
     *
     * @return where it begins
     */
    public static int putPlain(long units, int decimals, byte[] text, int end) {
        int at = end;
        long left = units;
        for (int i = 0; i < decimals; i++) {
            text[--at] = digit(left);
            left /= 10;
        }
        if (decimals > 0) {
            text[--at] = '.';
        }
        do {
            text[--at] = digit(left);
            left /= 10;
        } while (left != 0);
        if (units < 0) {
            text[--at] = '-';
        }
        return at;
    }

    /** The last digit of a number; taken before the sign goes, as the least of all longs has no absolute value. */
    private static byte digit(long number) {
        return (byte) ('0' + Math.abs(number % 10));
    }

    /**
     * Scales by a fraction: {@code millionths × numerator ÷ denominator}, exact and then rounded half even; the
     * denominator is positive.
     */
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
     * Scales by a double: {@code millionths × factor}, exact (a double is a fraction) and then rounded half even.
     *
     * @param nearFactor off by a few units in its last place at most, and used where that makes no difference
     * @param factor the factor that counts; asked only where it makes a difference
     */
    public static long scale(long millionths, double nearFactor, DoubleSupplier factor) {
        double product = millionths * nearFactor;
        return isSure(product) ? rounded(product) : scaled(millionths, new BigDecimal(factor.getAsDouble()));
    }

    /**
     * Scales by a decimal: {@code millionths × factor}, exact and then rounded half even.
     *
     * @param nearFactor the double next to the factor
     */
    public static long scale(long millionths, double nearFactor, BigDecimal factor) {
        double product = millionths * nearFactor;
        return isSure(product) ? rounded(product) : scaled(millionths, factor);
    }

    /**
     * Scales by a decimal and holds the amount: {@code millionths × factor}, exact and then rounded half even, no
     * further from 0 than {@link #MOST}.
     */
    public static long weigh(long millionths, double nearFactor, BigDecimal factor) {
        double product = millionths * nearFactor;
        return isSure(product)
                ? held(rounded(product))
                : factor.multiply(BigDecimal.valueOf(millionths))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .max(BigDecimal.valueOf(-MOST))
                        .min(BigDecimal.valueOf(MOST))
                        .longValueExact();
    }

    /**
     * Tells whether a product of doubles is so far from the middle between two integers that it must be rounded as the
     * exact one.
     */
    private static boolean isSure(double product) {
        double size = Math.abs(product);
        return size < SURE && Math.abs(product - Math.floor(product) - 0.5) > size * UNSURE;
    }

    private static long rounded(double product) {
        double floor = Math.floor(product);
        return (long) floor + (product - floor > 0.5 ? 1 : 0);
    }

    private static long scaled(long millionths, BigDecimal factor) {
        return factor.multiply(BigDecimal.valueOf(millionths))
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
