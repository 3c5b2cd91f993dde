package org.leadscore.calibrate.rows;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * A rule as a column of a history: the attribute by which it could tell leads apart. The points of its entries are those of
 * today, and are not part of the values.
 */
public sealed interface Column {

    /** The name of the rule, by which reports and the rule file know it. */
    String rule();

    /** The factor by which the rule's group multiplies its points; 1 without a group, and never 0 where {@link #learned}. */
    BigDecimal weight();

    /** True when the points are to be learned; false when they stay as they are and the rule has no part in learning. */
    boolean learned();

    /** The places where its points stand now; none for a rule that asks for its table. */
    List<Entry> entries();

    /** Answers by the function that is for this form. */
    <R> R choose(
            Function<Choice, R> choice,
            Function<Amount, R> amount,
            Function<Values, R> values,
            Function<Numbers, R> numbers);

    /**
     * A column of which at most one entry holds in each row; a row without one ({@link History#NONE}) gets 0 points.
     *
     * @param fades true when each row has a factor by which the points of its entry are multiplied
     */
    record Choice(String rule, List<Entry> entries, BigDecimal weight, boolean learned, boolean fades)
            implements Column {

        /** Makes a column whose points do not fade. */
        public Choice(String rule, List<Entry> entries, BigDecimal weight, boolean learned) {
            this(rule, entries, weight, learned, false);
        }

        /** @throws IllegalArgumentException without entries, with too many to be numbered, or for a weight of 0 to be divided out */
        public Choice {
            entries = List.copyOf(entries);
            requireWeight(rule, weight, learned);
            if (entries.isEmpty() || entries.size() > History.MOST_ENTRIES) {
                throw new IllegalArgumentException(rule + ": " + entries.size() + " entries");
            }
        }

        @Override
        public <R> R choose(
                Function<Choice, R> choice,
                Function<Amount, R> amount,
                Function<Values, R> values,
                Function<Numbers, R> numbers) {
            return choice.apply(this);
        }
    }

    /** A column of points for each occurrence; each row has a measure, the sum of the decay factors after the limit. */
    record Amount(String rule, Entry entry, BigDecimal weight, boolean learned) implements Column {
        /** @throws IllegalArgumentException for a weight of 0 that is to be divided out */
        public Amount {
            requireWeight(rule, weight, learned);
        }

        @Override
        public List<Entry> entries() {
            return List.of(entry);
        }

        @Override
        public <R> R choose(
                Function<Choice, R> choice,
                Function<Amount, R> amount,
                Function<Values, R> values,
                Function<Numbers, R> numbers) {
            return amount.apply(this);
        }
    }

    /** A column for {@code learn: values}; each row has the text of a field, from which a table of values is made. */
    record Values(String rule, BigDecimal weight, boolean learned) implements Column {
        /** @throws IllegalArgumentException for a weight of 0 that is to be divided out */
        public Values {
            requireWeight(rule, weight, learned);
        }

        @Override
        public List<Entry> entries() {
            return List.of();
        }

        @Override
        public <R> R choose(
                Function<Choice, R> choice,
                Function<Amount, R> amount,
                Function<Values, R> values,
                Function<Numbers, R> numbers) {
            return values.apply(this);
        }
    }

    /** A column for {@code learn: tiers}; each row has a number or none, and tiers are made from the numbers. */
    record Numbers(String rule, BigDecimal weight, boolean learned) implements Column {
        /** @throws IllegalArgumentException for a weight of 0 that is to be divided out */
        public Numbers {
            requireWeight(rule, weight, learned);
        }

        @Override
        public List<Entry> entries() {
            return List.of();
        }

        @Override
        public <R> R choose(
                Function<Choice, R> choice,
                Function<Amount, R> amount,
                Function<Values, R> values,
                Function<Numbers, R> numbers) {
            return numbers.apply(this);
        }
    }

    private static void requireWeight(String rule, BigDecimal weight, boolean learned) {
        if (learned && weight.signum() == 0) {
            throw new IllegalArgumentException(rule + ": a group of weight 0 leaves nothing to learn");
        }
    }
}
