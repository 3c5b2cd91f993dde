package org.leadscore.calibrate;

import java.math.BigDecimal;
import java.util.List;

/** One rule as learning sees it: what it could tell leads apart by. Points stand only beside it, as what they are today. */
public sealed interface Column {

    /** The name of the rule, by which reports and the rule file know it. */
    String rule();

    /** What the rule's group multiplies its points by; 1 without a group, and never 0 where {@link #learned}. */
    BigDecimal weight();

    /** False when the points are to stay as they are and the rule is to have no part in learning. */
    boolean learned();

    /** The places where its points stand now; none for a rule that asks for its table. */
    List<Entry> entries();

    /** In each row one entry holds, or none ({@link History#NONE}), which is worth 0 points. */
    record Choice(String rule, List<Entry> entries, BigDecimal weight, boolean learned) implements Column {
        /** @throws IllegalArgumentException without entries, with too many to be numbered, or for a weight of 0 to be divided out */
        public Choice {
            entries = List.copyOf(entries);
            requireWeight(rule, weight, learned);
            if (entries.isEmpty() || entries.size() > History.MOST_ENTRIES) {
                throw new IllegalArgumentException(rule + ": " + entries.size() + " entries");
            }
        }
    }

    /** Points for each occurrence: in each row the sum of the decay factors after the limit. */
    record Amount(String rule, Entry entry, BigDecimal weight, boolean learned) implements Column {
        /** @throws IllegalArgumentException for a weight of 0 that is to be divided out */
        public Amount {
            requireWeight(rule, weight, learned);
        }

        @Override
        public List<Entry> entries() {
            return List.of(entry);
        }
    }

    /** {@code learn: values}: in each row the text of a field, from which a table of values is to be made. */
    record Values(String rule, BigDecimal weight, boolean learned) implements Column {
        /** @throws IllegalArgumentException for a weight of 0 that is to be divided out */
        public Values {
            requireWeight(rule, weight, learned);
        }

        @Override
        public List<Entry> entries() {
            return List.of();
        }
    }

    /** {@code learn: tiers}: in each row a number, from which tiers are to be made. */
    record Numbers(String rule, BigDecimal weight, boolean learned) implements Column {
        /** @throws IllegalArgumentException for a weight of 0 that is to be divided out */
        public Numbers {
            requireWeight(rule, weight, learned);
        }

        @Override
        public List<Entry> entries() {
            return List.of();
        }
    }

    private static void requireWeight(String rule, BigDecimal weight, boolean learned) {
        if (learned && weight.signum() == 0) {
            throw new IllegalArgumentException(rule + ": a group of weight 0 leaves nothing to learn");
        }
    }
}
