package org.leadscore.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers, open or closed at either end; a bound that is null is no bound.
 *
 * @param lowIsIn whether {@code low} itself is in the range, likewise {@code highIsIn}
 */
public record NumberRange(
        @Nullable BigDecimal low, boolean lowIsIn, @Nullable BigDecimal high, boolean highIsIn) {

    public boolean contains(BigDecimal number) {
        return containsFraction(number, BigDecimal.ONE);
    }

    public boolean contains(long number) {
        return contains(BigDecimal.valueOf(number));
    }

    /** Whether {@code numerator ÷ denominator} is in the range, exactly; the denominator is positive. */
    public boolean containsFraction(BigDecimal numerator, BigDecimal denominator) {
        return isAboveLow(numerator, denominator) && isBelowHigh(numerator, denominator);
    }

    /** Whether {@code numerator ÷ denominator} is in the range, exactly; the denominator is positive. */
    public boolean containsFraction(long numerator, long denominator) {
        return containsFraction(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
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

    private boolean isAboveLow(BigDecimal numerator, BigDecimal denominator) {
        if (low == null) {
            return true;
        }
        int order = numerator.compareTo(low.multiply(denominator));
        return order > 0 || order == 0 && lowIsIn;
    }

    private boolean isBelowHigh(BigDecimal numerator, BigDecimal denominator) {
        if (high == null) {
            return true;
        }
        int order = numerator.compareTo(high.multiply(denominator));
        return order < 0 || order == 0 && highIsIn;
    }
}
