package org.leadscore.calibrate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.leadscore.lead.Points;

/** Makes points fit to be written: the group's weight divided out, rounded half away from zero, in millionths. */
final class Rounding {

    /** Whatever the evidence, no attribute decides alone. */
    private static final double MOST = 15;

    private static final int PLACES_PER_OCCURRENCE = 3;

    private Rounding() {}

    /**
     * No more than 15 either way, whole, or with three decimals for each occurrence.
     *
     * @param exact what a lead is to get for it, after the group's weight
     */
    static long cut(double exact, Feature feature) {
        double cut = Math.max(-MOST, Math.min(MOST, exact));
        return divided(cut, feature.column().weight(), feature.isAmount() ? PLACES_PER_OCCURRENCE : 0);
    }

    /** Whole, however many. */
    static long uncut(double exact, Feature feature) {
        return divided(exact, feature.column().weight(), 0);
    }

    /** Half the width of an interval of points: as fine as it is. */
    static long width(double exact, Feature feature) {
        return divided(exact, feature.column().weight().abs(), PLACES_PER_OCCURRENCE);
    }

    /** Points to so many decimals. */
    static long to(int places, long millionths) {
        return Points.of(Points.toDecimal(millionths).setScale(places, RoundingMode.HALF_UP));
    }

    private static long divided(double exact, BigDecimal weight, int places) {
        return Points.of(
                BigDecimal.valueOf(exact).divide(weight, MathContext.DECIMAL64).setScale(places, RoundingMode.HALF_UP));
    }
}
