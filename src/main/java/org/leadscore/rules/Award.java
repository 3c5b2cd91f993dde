package org.leadscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an implicit rule turns what it counts into points, which are millionths. Durations are milliseconds. */
public sealed interface Award {

    /** No window, or no limit, at all. */
    long UNLIMITED = Long.MAX_VALUE;

    /**
     * Points for each occurrence.
     *
     * @param limit how many of the newest occurrences count, or {@link #UNLIMITED}
     * @param decay the rule's own or else its group's
     */
    record Each(long points, long limit, @Nullable Decay decay) implements Award {}

    /** The points of the first tier whose test of the count holds, once. {@code times} is a single tier. */
    record Tiers(List<Tier> tiers) implements Award {
        public Tiers {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * Points for a count in a range.
     *
     * @param within how far back events count, besides the rule's own {@code within}, or {@link #UNLIMITED}
     */
    record Tier(NumberRange range, long within, long points) {}
}
