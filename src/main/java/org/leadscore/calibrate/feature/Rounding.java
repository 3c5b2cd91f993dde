package org.leadscore.calibrate.feature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.leadscore.lead.Points;

/** Makes points fit to be written: the group's weight divided out, rounded half away from zero, in millionths. */
public final class Rounding {

    /** The most points, either way, that an entry can have, so that no attribute decides alone. */
    private static final double MOST = 15;

    private static final int PLACES_PER_OCCURRENCE = 3;

    private Rounding() {}

    /**
     * Cuts points at 15 either way and rounds them to whole ones, or to three decimals when they are for each occurrence.
     *
     * @param exact the points that a lead is to get, after the group's weight
     * @param shift of the points before they are rounded, after the weight is divided out
     */
    public static long cut(double exact, double shift, Feature feature) {
        BigDecimal points = BigDecimal.valueOf(cut(exact))
                .divide(feature.column().weight(), MathContext.DECIMAL64)
                .add(BigDecimal.valueOf(shift));
        return rounded(points, feature.isAmount() ? PLACES_PER_OCCURRENCE : 0);
    }

    /** The best shift of the points of a column that every lead has an entry of, after the weight is divided out. */
    public static double shift(double[] exact, int[] leads, Feature feature) {
        double weight = feature.column().weight().doubleValue();
        return FreeZero.shift(
                Arrays.stream(exact).map(points -> cut(points) / weight).toArray(), leads);
    }

    /** Rounds points to whole ones, without a bound. */
    public static long uncut(double exact, Feature feature) {
        return divided(exact, feature.column().weight(), 0);
    }

    /** Rounds half the width of an interval of points to three decimals. */
    public static long width(double exact, Feature feature) {
        return divided(exact, feature.column().weight().abs(), PLACES_PER_OCCURRENCE);
    }

    /** Rounds points, in millionths, to so many decimals. */
    public static long to(int places, long millionths) {
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
