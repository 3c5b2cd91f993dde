package org.leadscore.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standing of a lead beside its score. Made by {@link Standings}, taken by the reports.
 *
 * @param interest the interest with most points; null when it has none
 * @param interestPoints of that interest, in millionths; 0 without one
 * @param source the source by which it came, as written; null when that is not known
 * @param stage of the buying cycle; null when it is in none
 * @param segments names of the segments that it is in, in the order of the rule file
 */
public record Standing(
        @Nullable String interest,
        long interestPoints,
        @Nullable String source,
        @Nullable String stage,
        List<String> segments) {

    public Standing {
        segments = List.copyOf(segments);
    }
}
