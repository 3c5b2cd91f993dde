package org.leadscore.score;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * Remembers a number for each text, so that a value that comes a million times is judged once. A look-up touches two places
 * in memory: the slot with the text's hash, and its characters in one pool. Bounded: what comes after the map is full is
 * judged each time. Not thread-safe.
 */
final class SliceMap {

    private static final int MOST_TEXTS = 1 << 18;
    private static final int MOST_CHARS = 1 << 24;

    private final ToIntFunction<String> judge;

    /** A pair for each slot: the hash and the number; where the text begins in the pool, and its length plus one. */
    private long[] slots = new long[2 * 64];

    private char[] pool = new char[1 << 10];
    private int pooled;
    private int size;

    SliceMap(ToIntFunction<String> judge) {
        this.judge = judge;
    }

    int get(char[] chars, int start, int length) {
        int hash = hash(chars, start, length);
        int mask = slots.length - 2;
        int at = hash << 1 & mask;
        for (long place = slots[at + 1]; place != 0; place = slots[at + 1]) {
            if (slots[at] >>> 32 == (hash & 0xFFFF_FFFFL) && isAt(place, chars, start, length)) {
                return (int) slots[at];
            }
            at = at + 2 & mask;
        }
        int value = judge.applyAsInt(new String(chars, start, length));
        if (size < MOST_TEXTS && pooled + length <= MOST_CHARS) {
            put(at, hash, value, chars, start, length);
        }
        return value;
    }

    private boolean isAt(long place, char[] chars, int start, int length) {
        int from = (int) (place >>> 32);
        return (int) place == length + 1 && Arrays.equals(pool, from, from + length, chars, start, start + length);
    }

    private void put(int at, int hash, int value, char[] chars, int start, int length) {
        if (pooled + length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(2 * pool.length, pooled + length));
        }
        System.arraycopy(chars, start, pool, pooled, length);
        slots[at] = (long) hash << 32 | (value & 0xFFFF_FFFFL);
        slots[at + 1] = (long) pooled << 32 | (length + 1);
        pooled += length;
        if (++size * 4 > slots.length) {
            grow();
        }
    }

    private void grow() {
        long[] smaller = slots;
        long[] larger = new long[2 * smaller.length];
        int mask = larger.length - 2;
        for (int i = 0; i < smaller.length; i += 2) {
            if (smaller[i + 1] != 0) {
                int at = (int) (smaller[i] >>> 32) << 1 & mask;
                while (larger[at + 1] != 0) {
                    at = at + 2 & mask;
                }
                larger[at] = smaller[i];
                larger[at + 1] = smaller[i + 1];
            }
        }
        slots = larger;
    }

    private static int hash(char[] chars, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int spread = hash * 0x9E37_79B9; // values that differ in a digit or two would lie side by side
        return spread ^ (spread >>> 15);
    }
}
