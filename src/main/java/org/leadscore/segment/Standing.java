package org.leadscore.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands, beside its score.
 *
 * @param interest what it leans to most; null when to nothing
 * @param interestPoints of that interest, in millionths; 0 without one
 * @param source how it came, as written; null when that is not known
 * @param stage of the buying cycle; null when it is in none
 * @param segments those that it is in, in the order of the rule file
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
