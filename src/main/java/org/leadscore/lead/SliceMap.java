package org.leadscore.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * Remembers a number for each text, so that a value that comes a million times is judged once. A look-up touches two
 * places in memory: the slot with the text's hash, and the text with its number in one pool. Bounded: texts that come
 * when the map is full are judged each time. Not thread-safe.
 */
public final class SliceMap {

    private static final int MOST_TEXTS = 1 << 18;
    private static final int MOST_BYTES = 1 << 24;

    /** Number of texts that lie in the processor's cache anyway. */
    private static final int FEW_TEXTS = 1 << 10;

    private static final int HEAD = Long.BYTES;

    /** Computes the number of a text. */
    private final ToIntFunction<String> judge;

    /**
     * The slots of an open-addressed table. A slot is the upper half of a text's hash, and below it the text's place in
     * the pool, counted in eights of bytes, plus one; 0 is empty.
     */
    private long[] slots = new long[128];

    /** The length of each text and its number, 4 bytes each, and then its bytes, filled up to eights. */
    private byte[] pool = new byte[1 << 10];

    /** Bytes of the pool that are used. */
    private int pooled;
    /** Number of texts that are remembered. */
    private int size;

    /** Asks {@code judge} for each text once. */
    public SliceMap(ToIntFunction<String> judge) {
        this.judge = judge;
    }

    /** False when the map is so small that {@link #touchText} is of no use. */
    public boolean isLarge() {
        return size > FEW_TEXTS;
    }

    /** The slot of a text with this hash, most likely of the one that is looked for; 0 when there is none. */
    public long slotOf(long hash) {
        int mask = slots.length - 1;
        int at = first(hash, mask);
        while (slots[at] != 0 && (slots[at] ^ hash) >>> 32 != 0) {
            at = at + 1 & mask;
        }
        return slots[at];
    }

    /** Reads the text of a slot, so that it is near when it is compared with one of so many bytes. */
    public int touchText(long slot, int length) {
        int place = slot == 0 ? 0 : place(slot);
        return pool[place] + pool[Math.min(place + HEAD + length, pool.length - 1)];
    }

    /** The number of a text, given the {@linkplain #slotOf slot of its hash}. */
    public int get(long slot, long hash, byte[] bytes, int start, int length) {
        if (slot != 0) {
            int place = place(slot);
            long head = Eight.at(pool, place);
            if (head >>> 32 == length && Eight.equal(pool, place + HEAD, bytes, start, length)) {
                return (int) head;
            }
        }
        return get(hash, bytes, start, length);
    }

    /** The number of a text, a slice of UTF-8. */
    public int get(byte[] bytes, int start, int length) {
        return get(Eight.hash(bytes, start, length), bytes, start, length);
    }

    /**
     * The number of a text, a slice of UTF-8.
     *
     * @param hash of the slice, by {@link Eight#hash}
     */
    public int get(long hash, byte[] bytes, int start, int length) {
        int mask = slots.length - 1;
        int at = first(hash, mask);
        for (long slot = slots[at]; slot != 0; slot = slots[at]) {
            if ((slot ^ hash) >>> 32 == 0) {
                int place = place(slot);
                long head = Eight.at(pool, place);
                if (head >>> 32 == length && Eight.equal(pool, place + HEAD, bytes, start, length)) {
                    return (int) head;
                }
            }
            at = at + 1 & mask;
        }
        int value = judge.applyAsInt(new String(bytes, start, length, UTF_8));
        if (size < MOST_TEXTS && pooled + HEAD + length <= MOST_BYTES) {
            put(at, hash, value, bytes, start, length);
        }
        return value;
    }

    private void put(int at, long hash, int value, byte[] bytes, int start, int length) {
        int end = pooled + HEAD + length;
        if (end + HEAD > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(2 * pool.length, end + HEAD));
        }
        Eight.put(pool, pooled, (long) length << 32 | value & 0xFFFF_FFFFL);
        System.arraycopy(bytes, start, pool, pooled + HEAD, length);
        slots[at] = hash & 0xFFFF_FFFF_0000_0000L | pooled / HEAD + 1;
        pooled = (end + HEAD - 1) / HEAD * HEAD;
        if (++size * 2 > slots.length) {
            grow();
        }
    }

    private void grow() {
        long[] smaller = slots;
        long[] larger = new long[2 * smaller.length];
        int mask = larger.length - 1;
        for (long slot : smaller) {
            if (slot != 0) {
                int at = first(slot, mask);
                while (larger[at] != 0) {
                    at = at + 1 & mask;
                }
                larger[at] = slot;
            }
        }
        slots = larger;
    }

    private static int place(long slot) {
        return ((int) slot - 1) * HEAD;
    }

    /** The first slot to be looked at, by the upper half of the hash, which the slots keep. */
    private static int first(long hash, int mask) {
        return (int) (hash >>> 32) & mask;
    }
}
