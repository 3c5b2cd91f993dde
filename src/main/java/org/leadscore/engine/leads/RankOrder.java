package org.leadscore.engine.leads;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * Puts leads in order by several keys, a later one only where all before are equal. Sorts plain numbers: each is a key
 * and, in its lower bits, the place of its lead.
 */
final class RankOrder {

    private static final int FEW = 1 << 13;

    /** The keys, each by lead. */
    private final long[][] keys;

    /** Compares two leads whose keys are all equal. */
    private final IntBinaryOperator last;

    private final boolean inParallel;

    /** The leads, in order as far as they are sorted. */
    private final int[] order;

    private RankOrder(long[][] keys, IntBinaryOperator last, boolean inParallel, int leads) {
        this.keys = keys;
        this.last = last;
        this.inParallel = inParallel;
        this.order = IntStream.range(0, leads).toArray();
    }

    /**
     * The leads from 0 on in ascending order.
     *
     * @param keys each by lead, the most important first
     * @param last compares two leads whose keys are all equal
     */
    static int[] of(int leads, long[][] keys, IntBinaryOperator last, boolean inParallel) {
        RankOrder order = new RankOrder(keys, last, inParallel, leads);
        order.sort(0, leads, 0);
        return order.order;
    }

    /** Sorts a part of the leads, which are equal by all keys before the given one. */
    private void sort(int from, int to, int key) {
        if (to - from < 2) {
            return;
        }
        if (key == keys.length) {
            sortBoxed(from, to, key);
            return;
        }
        long[] by = keys[key];
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, by[order[i]]);
            most = Math.max(most, by[order[i]]);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(to - from - 1);
        if (least == most) {
            sort(from, to, key + 1);
        } else if (most - least > 0 && most - least < to - from) {
            sortCounted(from, to, key, least, (int) (most - least) + 1);
        } else if (most - least < 0 || most - least >= 1L << Long.SIZE - 1 - bits) {
            sortBoxed(from, to, key);
        } else {
            sortPacked(from, to, key, least, bits);
        }
    }

    /** Sorts by counting, where the key has no more values than there are leads. */
    private void sortCounted(int from, int to, int key, long least, int values) {
        long[] by = keys[key];
        int[] starts = new int[values + 1];
        for (int i = from; i < to; i++) {
            starts[(int) (by[order[i]] - least) + 1]++;
        }
        for (int value = 0; value < values; value++) {
            starts[value + 1] += starts[value];
        }
        int[] next = starts.clone();
        int[] before = Arrays.copyOfRange(order, from, to);
        for (int lead : before) {
            order[from + next[(int) (by[lead] - least)]++] = lead;
        }
        for (int value = 0; value < values; value++) {
            sort(from + starts[value], from + starts[value + 1], key + 1);
        }
    }

    /** Sorts numbers of the key and, in the lowest {@code bits}, the place of the lead. */
    private void sortPacked(int from, int to, int key, long least, int bits) {
        long[] by = keys[key];
        long[] packed = new long[to - from];
        int[] before = Arrays.copyOfRange(order, from, to);
        for (int i = 0; i < packed.length; i++) {
            packed[i] = by[before[i]] - least << bits | i;
        }
        if (inParallel && packed.length > FEW) {
            Arrays.parallelSort(packed);
        } else {
            Arrays.sort(packed);
        }
        long mask = (1L << bits) - 1;
        for (int i = 0; i < packed.length; i++) {
            order[from + i] = before[(int) (packed[i] & mask)];
        }
        int start = 0;
        for (int i = 1; i <= packed.length; i++) {
            if (i == packed.length || packed[i] >> bits != packed[start] >> bits) {
                sort(from + start, from + i, key + 1);
                start = i;
            }
        }
    }

    /** Sorts by comparing, where a key and a place do not fit into one number. */
    private void sortBoxed(int from, int to, int firstKey) {
        Integer[] part = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
        Arrays.sort(part, (left, right) -> {
            for (int key = firstKey; key < keys.length; key++) {
                int byKey = Long.compare(keys[key][left], keys[key][right]);
                if (byKey != 0) {
                    return byKey;
                }
            }
            return last.applyAsInt(left, right);
        });
        for (int i = 0; i < part.length; i++) {
            order[from + i] = part[i];
        }
    }
}
