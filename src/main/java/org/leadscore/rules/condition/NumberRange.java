package org.leadscore.rules.condition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers, open or closed at either end; a bound that is null is no bound.
 *
 * @param lowIsIn whether {@code low} itself is in the range
 * @param highIsIn whether {@code high} itself is in the range
 */
public record NumberRange(
        @Nullable BigDecimal low, boolean lowIsIn, @Nullable BigDecimal high, boolean highIsIn) {

    /** The share of a number that is more than a few roundings of doubles can be off by. */
    private static final double DOUBT = 1e-9;

    /** The bound below which doubles hold whole numbers exactly. */
    private static final long EXACT = 1L << 53;

    /** True when the number is in the range. */
    public boolean contains(BigDecimal number) {
        return isIn(low == null ? 1 : number.compareTo(low), high == null ? -1 : number.compareTo(high));
    }

    /** True when the number is in the range. */
    public boolean contains(long number) {
        return isIn(low == null ? 1 : -compare(low, 1, number), high == null ? -1 : -compare(high, 1, number));
    }

    /** True when {@code numerator ÷ denominator} is in the range, exactly; the denominator is positive. */
    public boolean containsFraction(long numerator, long denominator) {
        return isIn(
                low == null ? 1 : -compare(low, denominator, numerator),
                high == null ? -1 : -compare(high, denominator, numerator));
    }

    /** Compares {@code bound × factor} with a number: exactly, but by doubles where they leave no doubt. */
    private static int compare(BigDecimal bound, long factor, long number) {
        double near = bound.doubleValue() * factor;
        double above = near - number;
        boolean isExact = bound.scale() == 0 && Math.abs(near) < EXACT && Math.abs(number) < EXACT;
        if (isExact || Math.abs(above) > DOUBT * (1 + Math.abs(near))) {
            return above > 0 ? 1 : above < 0 ? -1 : 0;
        }
        return bound.multiply(BigDecimal.valueOf(factor)).compareTo(BigDecimal.valueOf(number));
    }

    /**
     * The smallest whole count from which on a larger one makes no difference: counting may stop there. At least 1.
     */
    public long enough() {
        BigDecimal last = high != null ? high : low != null ? low : BigDecimal.ZERO;
        BigDecimal beyond = last.max(BigDecimal.ZERO).add(BigDecimal.ONE);
        return beyond.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0 ? Long.MAX_VALUE : beyond.longValue();
    }

    /** True when no number at all is in the range. */
    public boolean isEmpty() {
        if (low == null || high == null) {
            return false;
        }
        int order = low.compareTo(high);
        return order > 0 || order == 0 && !(lowIsIn && highIsIn);
    }

    private boolean isIn(int againstLow, int againstHigh) {
        return (againstLow > 0 || againstLow == 0 && lowIsIn) && (againstHigh < 0 || againstHigh == 0 && highIsIn);
    }
}
