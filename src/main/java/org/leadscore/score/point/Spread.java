package org.leadscore.score.point;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leadscore.rules.Scale;

/**
 * The scored leads by score and bucket. Scores are counted by whole numbers: a lead with 69.5 is one of 69. Where the highest
 * score is whole, its leads stand by themselves at {@link #max}, as no score lies above. On a scale of more than 1,000 whole
 * numbers, bins of {@link #step} whole numbers each are counted instead. Immutable; made by a {@link Count}, part of a
 * {@link Census}.
 *
 * @param min the lowest score, rounded down
 * @param max the highest score, rounded down
 * @param step width of a bin: the least of 1, 2, 5, 10, 20, 50 and so on with which there are at most 1,000 bins
 * @param atMinimum number of leads whose score is exactly the lowest, in the decimals of scores
 * @param counts number of leads by bucket and bin; for each bucket in the order of the rule file, and then for the leads below
 *     the lowest, as many numbers as there are bins
 */
public record Spread(int min, int max, int step, int atMinimum, List<Integer> counts) {

    /** The spread of no leads, on a scale of the one score 0 without buckets. */
    public static final Spread NONE = new Spread(0, 0, 1, 0, List.of(0));

    private static final int MOST_BINS = 1000;

    private static final int[] NICE = {1, 2, 5};

    public Spread {
        counts = List.copyOf(counts);
        if (counts.isEmpty() || counts.size() % bins(min, max, step) != 0) {
            throw new IllegalArgumentException("a spread needs a number for each bin of each bucket");
        }
    }

    /** Number of bins, that of the highest score included. */
    public int bins() {
        return bins(min, max, step);
    }

    /** The lowest score of a bin, counted from 0. The last bin is that of {@link #max}, and may be nearer than others. */
    public int from(int bin) {
        return bin == bins() - 1 ? max : min + bin * step;
    }

    /**
     * Number of leads in a bin.
     *
     * @param bucket its index in the order of the rule file; the number of buckets for the leads that are below the lowest
     * @param score a whole score from {@link #min} to {@link #max}. The bin that begins there is asked for: where bins are
     *     wider than 1, there is none at the scores between, and the answer is 0
     */
    public int leads(int bucket, int score) {
        if (score == max) {
            return counts.get((bucket + 1) * bins() - 1);
        }
        return (score - min) % step == 0 ? counts.get(bucket * bins() + (score - min) / step) : 0;
    }

    /** Number of leads in a bin, counted from 0, whatever their bucket. */
    public int leadsIn(int bin) {
        int leads = 0;
        for (int i = bin; i < counts.size(); i += bins()) {
            leads += counts.get(i);
        }
        return leads;
    }

    /** The spread of these leads and others, by the same rules. */
    public Spread plus(Spread other) {
        List<Integer> sums = new ArrayList<>(counts.size());
        for (int i = 0; i < counts.size(); i++) {
            sums.add(counts.get(i) + other.counts.get(i));
        }
        return new Spread(min, max, step, atMinimum + other.atMinimum, sums);
    }

    private static int bins(int min, int max, int step) {
        return (max - min + step - 1) / step + 1;
    }

    /** Counts scores. Not thread-safe. */
    public static final class Count {

        private final int min;
        private final int max;
        private final int step;
        private final int bins;

        /** The lowest score, in units of the last decimal. */
        private final long least;

        /** Units of the last decimal in 1. */
        private final long one;

        private final int[] counts;
        private int atMinimum;

        /** Counts no leads yet. */
        public Count(Scale scale, int buckets) {
            this.one = BigInteger.TEN.pow(scale.decimals()).longValueExact();
            this.least = units(scale.min(), scale);
            this.min = (int) Math.floorDiv(least, one);
            this.max = (int) Math.floorDiv(units(scale.max(), scale), one);
            this.step = step(max - min);
            this.bins = bins(min, max, step);
            this.counts = new int[bins * (buckets + 1)];
        }

        private static long units(BigDecimal score, Scale scale) {
            return score.movePointRight(scale.decimals())
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        private static int step(int span) {
            for (int power = 1; true; power *= 10) {
                for (int nice : NICE) {
                    if ((long) nice * power * MOST_BINS >= span) {
                        return nice * power;
                    }
                }
            }
        }

        /**
         * Counts a scored lead.
         *
         * @param bucket its index in the order of the rule file; the number of buckets for none
         * @param value its score in units of the last decimal
         */
        public void add(int bucket, long value) {
            int whole = (int) Math.floorDiv(value, one);
            int bin = whole >= max ? bins - 1 : (whole - min) / step;
            counts[bucket * bins + bin]++;
            atMinimum += value == least ? 1 : 0;
        }

        /** The spread of the leads so far. */
        public Spread spread() {
            return new Spread(
                    min, max, step, atMinimum, Arrays.stream(counts).boxed().toList());
        }
    }
}
