package org.leadscore.rules.rule;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.NumberRange;

/**
 * The way in which an implicit rule turns its quantity into points, which are millionths. Durations are milliseconds.
 */
public sealed interface Award {

    /** In place of a window or a limit: there is none. */
    long UNLIMITED = Long.MAX_VALUE;

    /** All points that it can give, in the order of the file. */
    List<Long> amounts();

    /** Answers by the function that is for this form. */
    <R> R choose(Function<Each, R> each, Function<Tiers, R> tiers);

    /**
     * Points for each occurrence, faded by its age if there is a decay.
     *
     * @param points millionths, for one occurrence
     * @param limit the number of the newest occurrences that count, or {@link #UNLIMITED}
     * @param decay the rule's own or else its group's; null when points do not fade
     */
    record Each(long points, long limit, @Nullable Decay decay) implements Award {
        @Override
        public List<Long> amounts() {
            return List.of(points);
        }

        @Override
        public <R> R choose(Function<Each, R> each, Function<Tiers, R> tiers) {
            return each.apply(this);
        }
    }

    /**
     * The points of the first tier whose test of the count holds, once. {@code times} is a single tier.
     *
     * @param decay of the points by the age of the newest occurrence that the test counted, if it counted any: the rule's
     *     own or else its group's; null when points do not fade
     */
    record Tiers(List<Tier> tiers, @Nullable Decay decay) implements Award {
        public Tiers {
            tiers = List.copyOf(tiers);
        }

        @Override
        public List<Long> amounts() {
            return tiers.stream().map(Tier::points).toList();
        }

        @Override
        public <R> R choose(Function<Each, R> each, Function<Tiers, R> tiers) {
            return tiers.apply(this);
        }
    }

    /**
     * Points for a count in a range, given once.
     *
     * @param within the age up to which events count, besides the rule's own {@code within}, or {@link #UNLIMITED}
     */
    record Tier(NumberRange range, long within, long points) {}
}
