package org.leadscore.rules.rewrite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that takes the place of {@code learn} in a rule. Made by calibration. Points are millionths, whole
 * thousandths of a point.
 */
public sealed interface LearnedTable {

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
    }

    /** Tiers, in the order in which they are written. */
    record Tiers(List<Tier> tiers) implements LearnedTable {
        public Tiers {
            tiers = List.copyOf(tiers);
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
