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
        return isIn(low == null ? 1 : number.compareTo(low), high == null ? -1 : number.compareTo(high));
    }

    public boolean contains(long number) {
        return contains(BigDecimal.valueOf(number));
    }

    /** Whether {@code numerator ÷ denominator} is in the range, exactly; the denominator is positive. */
    public boolean containsFraction(long numerator, long denominator) {
        BigDecimal above = BigDecimal.valueOf(numerator);
        BigDecimal below = BigDecimal.valueOf(denominator);
        return isIn(
                low == null ? 1 : above.compareTo(low.multiply(below)),
                high == null ? -1 : above.compareTo(high.multiply(below)));
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
