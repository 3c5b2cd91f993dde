package org.leadscore.calibrate.fit;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@code Calibration}.
 *
 * @param pointsPerDoubling so many points double the odds; null for 3, or 2 below a hundred conversions
 * @param maxRules how many rules may have points; null for all
 * @param zero of the rule file, in millionths of a point, likewise {@code full}; kept when all leads have the same points
 * @param lowestBucket where the lowest bucket begins; the limits of the others are proposed
 * @param buckets how many there are
 * @param seed of all that is drawn at random
 */
public record Settings(
        Method method,
        @Nullable Double pointsPerDoubling,
        @Nullable Integer maxRules,
        long zero,
        long full,
        int lowestBucket,
        int buckets,
        long seed) {

    /** The seed to use unless there is a reason to draw anew. */
    public static final long SEED = 20_260_101;

    private static final double POINTS_PER_DOUBLING = 3;
    private static final double POINTS_PER_DOUBLING_OF_FEW = 2;
    private static final int FEW_CONVERSIONS = 100;

    /** @throws IllegalArgumentException for points per doubling that are not above 0, or no rules at all, or a scale of no length */
    public Settings {
        if (pointsPerDoubling != null && !(pointsPerDoubling > 0 && pointsPerDoubling < 1e6)) {
            throw new IllegalArgumentException(pointsPerDoubling + " points per doubling");
        }
        if (maxRules != null && maxRules < 1) {
            throw new IllegalArgumentException("at most " + maxRules + " rules");
        }
        if (zero == full) {
            throw new IllegalArgumentException("zero is full");
        }
    }

    /** The points that double the odds: those given, or else 3, or 2 below a hundred conversions. */
    public double pointsPerDoubling(int conversions) {
        if (pointsPerDoubling != null) {
            return pointsPerDoubling;
        }
        return conversions < FEW_CONVERSIONS ? POINTS_PER_DOUBLING_OF_FEW : POINTS_PER_DOUBLING;
    }
}
