package org.leadscore.calibrate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
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
     * @param shift of the points before they are rounded, after the weight is divided out
     */
    static long cut(double exact, double shift, Feature feature) {
        BigDecimal points = BigDecimal.valueOf(cut(exact))
                .divide(feature.column().weight(), MathContext.DECIMAL64)
                .add(BigDecimal.valueOf(shift));
        return rounded(points, feature.isAmount() ? PLACES_PER_OCCURRENCE : 0);
    }

    /** By how much the points of a column are best moved, all of whose leads have an entry. */
    static double shift(double[] exact, int[] leads, Feature feature) {
        double weight = feature.column().weight().doubleValue();
        return FreeZero.shift(
                Arrays.stream(exact).map(points -> cut(points) / weight).toArray(), leads);
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

    private static double cut(double exact) {
        return Math.max(-MOST, Math.min(MOST, exact));
    }

    private static long divided(double exact, BigDecimal weight, int places) {
        return rounded(BigDecimal.valueOf(exact).divide(weight, MathContext.DECIMAL64), places);
    }

    private static long rounded(BigDecimal points, int places) {
        return Points.of(points.setScale(places, RoundingMode.HALF_UP));
    }
}
