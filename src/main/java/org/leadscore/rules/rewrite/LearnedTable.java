package org.leadscore.rules.rewrite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table that takes the place of {@code learn} in a rule. Made by calibration. Points are millionths, whole
 * thousandths of a point.
 */
public sealed interface LearnedTable {

    /** The key of the rule that it stands under. */
    String key();

    /** The points of values that are not in it, to stand beside it; null where there is nothing to say of them. */
    @Nullable
    Long otherwise();

    /** Answers by the function that is for this form. */
    <R> R choose(Function<Values, R> values, Function<Tiers, R> tiers);

    /**
     * A table of values.
     *
     * @param points by value, in the order in which they are written; {@code ""} is the empty field
     * @param otherwise points of values that are not in it; null to write none
     */
    record Values(Map<String, Long> points, @Nullable Long otherwise) implements LearnedTable {
        public Values {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        }

        @Override
        public String key() {
            return "values";
        }

        @Override
        public <R> R choose(Function<Values, R> values, Function<Tiers, R> tiers) {
            return values.apply(this);
        }
    }

    /** Tiers, in the order in which they are written. */
    record Tiers(List<Tier> tiers) implements LearnedTable {
        public Tiers {
            tiers = List.copyOf(tiers);
        }

        @Override
        public String key() {
            return "tiers";
        }

        @Override
        public @Nullable Long otherwise() {
            return null;
        }

        @Override
        public <R> R choose(Function<Values, R> values, Function<Tiers, R> tiers) {
            return tiers.apply(this);
        }
    }

    /**
     * One tier.
     *
     * @param tests operand by operator, such as {@code 500} by {@code at-least}, in the order in which they are written
     */
    record Tier(Map<String, String> tests, long points) {
        public Tier {
            tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
        }
    }
}
