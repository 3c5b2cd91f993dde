package org.leadscore.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.leadscore.lead.Eight;

/**
 * Remembers a number for each text, so that a value that comes a million times is judged once. A look-up touches two places
 * in memory: the slot with the text's hash, and its bytes in one pool. Bounded: what comes after the map is full is judged
 * each time. Not thread-safe.
 */
final class SliceMap {

    private static final int MOST_TEXTS = 1 << 18;
    private static final int MOST_BYTES = 1 << 24;

    private final ToIntFunction<String> judge;

    /** A pair for each slot: the upper half of the hash and the number; where the text begins in the pool, and its length plus one. */
    private long[] slots = new long[2 * 64];

    private byte[] pool = new byte[1 << 10];
    private int pooled;
    private int size;

    SliceMap(ToIntFunction<String> judge) {
        this.judge = judge;
    }

    int get(byte[] bytes, int start, int length) {
        return get(Eight.hash(bytes, start, length), bytes, start, length);
    }

    /** @param hash of the slice */
    int get(long hash, byte[] bytes, int start, int length) {
        int mask = slots.length - 2;
        int at = first(hash, mask);
        for (long place = slots[at + 1]; place != 0; place = slots[at + 1]) {
            if ((slots[at] ^ hash) >>> 32 == 0 && isAt(place, bytes, start, length)) {
                return (int) slots[at];
            }
            at = at + 2 & mask;
        }
        int value = judge.applyAsInt(new String(bytes, start, length, UTF_8));
        if (size < MOST_TEXTS && pooled + length <= MOST_BYTES) {
            put(at, hash, value, bytes, start, length);
        }
        return value;
    }

    private boolean isAt(long place, byte[] bytes, int start, int length) {
        return (int) place == length + 1 && Eight.equal(pool, (int) (place >>> 32), bytes, start, length);
    }

    private void put(int at, long hash, int value, byte[] bytes, int start, int length) {
        if (pooled + length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(2 * pool.length, pooled + length));
        }
        System.arraycopy(bytes, start, pool, pooled, length);
        slots[at] = hash & 0xFFFF_FFFF_0000_0000L | value & 0xFFFF_FFFFL;
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
                int at = first(smaller[i], mask);
                while (larger[at + 1] != 0) {
                    at = at + 2 & mask;
                }
                larger[at] = smaller[i];
                larger[at + 1] = smaller[i + 1];
            }
        }
        slots = larger;
    }

    /** By the upper half of the hash, which the slots keep. */
    private static int first(long hash, int mask) {
        return (int) (hash >>> 32) << 1 & mask;
    }
}
