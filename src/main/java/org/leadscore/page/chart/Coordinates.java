package org.leadscore.page.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Coordinates as text: with one decimal, the same on every machine. */
public final class Coordinates {

    private Coordinates() {}

    /** The number with at most one decimal, and none that is zero. */
    public static String text(double coordinate) {
        BigDecimal rounded = BigDecimal.valueOf(coordinate).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
