package org.leadscore.score;

import java.util.Arrays;

/**
 * A sorted list of longs in one array: how many there are, then they. What lies behind them is room to grow. Operations
 * answer the array to go on with, which may be another one.
 */
final class Block {

    private Block() {}

    static long[] of(long... entries) {
        long[] block = new long[Math.max(4, entries.length + 1)];
        block[0] = entries.length;
        System.arraycopy(entries, 0, block, 1, entries.length);
        return block;
    }

    static int size(long[] block) {
        return (int) block[0];
    }

    /** The index of the entry, or −(insertion index) − 1. */
    static int find(long[] block, long entry) {
        return Arrays.binarySearch(block, 1, size(block) + 1, entry);
    }

    /** The index behind all entries up to and including the given one. */
    static int after(long[] block, long entry) {
        int at = size(block) + 1;
        while (at > 1 && block[at - 1] > entry) {
            at--;
        }
        return at;
    }

    static long[] inserted(long[] block, int at, long... entries) {
        int size = size(block);
        long[] target = size + entries.length < block.length
                ? block
                : Arrays.copyOf(block, block.length + block.length / 2 + entries.length);
        System.arraycopy(block, at, target, at + entries.length, size + 1 - at);
        System.arraycopy(entries, 0, target, at, entries.length);
        target[0] += entries.length;
        return target;
    }

    static long[] removed(long[] block, int at, int count) {
        int size = size(block);
        System.arraycopy(block, at + count, block, at, size + 1 - at - count);
        block[0] -= count;
        return block;
    }
}
