package org.leadscore.calibrate.fit;

import java.util.Arrays;
import org.leadscore.calibrate.rows.Mix;

/**
 * An upper triangular matrix of sums, one for each pair of cells, the lower cell first. Up to 512 cells it is kept in
 * full; beyond that only the pairs that occur are kept, in a hash table, as a rule with thousands of values would fill the
 * memory otherwise. The same additions give the same sums in the same order.
 */
final class CellPairs {

    private static final int MOST_IN_FULL = 512;
    private static final int FIRST_ROOM = 1 << 12;
    private static final long FREE = -1;

    private final int cells; // how many there are
    private final double[][] full; // sums by lower and upper cell; empty where pairs are kept
    private long[] pairs = {}; // by slot: lower cell << 32 | upper cell, or FREE
    private double[] sums = {}; // by slot
    private int used; // slots that are not free

    CellPairs(int cells) {
        this.cells = cells;
        full = cells <= MOST_IN_FULL ? new double[cells][cells] : new double[0][];
        if (full.length == 0) {
            allocate(FIRST_ROOM);
        }
    }

    /** Takes a pair and its sum. */
    interface Use {
        void take(int lower, int upper, double sum);
    }

    /** Adds to the sum of a pair; {@code lower} is at most {@code upper}. */
    void add(int lower, int upper, double part) {
        if (full.length > 0) {
            full[lower][upper] += part;
        } else {
            addToPairs((long) lower << 32 | upper, part);
        }
    }

    /** Hands over each pair whose sum is not 0, in an order that the additions alone decide. */
    void each(Use use) {
        for (int lower = 0; lower < full.length; lower++) {
            for (int upper = lower; upper < cells; upper++) {
                if (full[lower][upper] != 0) {
                    use.take(lower, upper, full[lower][upper]);
                }
            }
        }
        for (int slot = 0; slot < pairs.length; slot++) {
            if (pairs[slot] != FREE && sums[slot] != 0) {
                use.take((int) (pairs[slot] >>> 32), (int) pairs[slot], sums[slot]);
            }
        }
    }

    /** Adds the other's sums to these, and returns this one. */
    CellPairs plus(CellPairs other) {
        other.each(this::add);
        return this;
    }

    private void addToPairs(long pair, double part) {
        int slot = slot(pair);
        if (pairs[slot] == FREE) {
            if (used >= pairs.length / 2) {
                grow();
                slot = slot(pair);
            }
            pairs[slot] = pair;
            used++;
        }
        sums[slot] += part;
    }

    private int slot(long pair) {
        int slot = (int) Mix.of(0, pair) & (pairs.length - 1);
        while (pairs[slot] != FREE && pairs[slot] != pair) {
            slot = (slot + 1) & (pairs.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] before = pairs;
        double[] sumsBefore = sums;
        allocate(before.length * 2);
        for (int i = 0; i < before.length; i++) {
            if (before[i] != FREE) {
                int slot = slot(before[i]);
                pairs[slot] = before[i];
                sums[slot] = sumsBefore[i];
            }
        }
    }

    private void allocate(int room) {
        pairs = new long[room];
        sums = new double[room];
        Arrays.fill(pairs, FREE);
    }
}
