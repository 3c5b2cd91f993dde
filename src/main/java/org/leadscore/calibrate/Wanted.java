package org.leadscore.calibrate;

import java.util.function.DoubleToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The wish for figures beyond those that the learning itself needs, which cost time; see {@link Details}.
 *
 * @param bucketOfScore the bucket of a score, 0 for the highest, {@code buckets} for none
 * @param weeks that the history spans; not a number in a flat one
 * @param perWeek leads a week that are asked for; null for none
 */
public record Wanted(
        DoubleToIntFunction bucketOfScore,
        int buckets,
        double weeks,
        @Nullable Integer perWeek) {}
