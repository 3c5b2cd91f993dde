package org.leadscore.rules.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.NumberRange;

/**
 * The way in which an implicit rule turns its quantity into points, which are millionths. Durations are milliseconds.
 */
public sealed interface Award {

    /** In place of a window or a limit: there is none. */
    long UNLIMITED = Long.MAX_VALUE;

    /**
     * Points for each occurrence, faded by its age if there is a decay.
     *
     * @param points millionths, for one occurrence
     * @param limit the number of the newest occurrences that count, or {@link #UNLIMITED}
     * @param decay the rule's own or else its group's; null when points do not fade
     */
    record Each(long points, long limit, @Nullable Decay decay) implements Award {}

    /** The points of the first tier whose test of the count holds, once. {@code times} is a single tier. */
    record Tiers(List<Tier> tiers) implements Award {
        public Tiers {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * Points for a count in a range, given once.
     *
     * @param within the age up to which events count, besides the rule's own {@code within}, or {@link #UNLIMITED}
     */
    record Tier(NumberRange range, long within, long points) {}
}
