package org.leadscore.lead;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings keys near the order of their bytes by sorting plain numbers: four bytes of each key and, in the lower bits,
 * the number of the key. Up to 31 keys that begin alike are left as they come; a full sort after that has little left
 * to do.
 */
public final class KeyOrder {

    private static final int FEW = 32;
    private static final int DEEPEST = 64;
    private static final long INDEX = (1L << 31) - 1;

    private final List<Utf8Slice> keys;
    private final int[] order;

    private KeyOrder(List<Utf8Slice> keys) {
        this.keys = keys;
        this.order = IntStream.range(0, keys.size()).toArray();
    }

    /** The indexes of the keys in that order, each once. */
    public static int[] near(List<Utf8Slice> keys) {
        KeyOrder order = new KeyOrder(keys);
        order.sort(0, keys.size(), 0);
        return order.order;
    }

    /** Sorts a part of the keys, all of which begin with the same {@code depth} bytes. */
    private void sort(int from, int to, int depth) {
        if (to - from < FEW || depth > DEEPEST) {
            return;
        }
        int[] before = Arrays.copyOfRange(order, from, to);
        long[] packed = new long[before.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = keys.get(before[i]).fourAt(depth) << 31 | i;
        }
        Arrays.sort(packed);
        int start = 0;
        for (int i = 0; i < packed.length; i++) {
            order[from + i] = before[(int) (packed[i] & INDEX)];
            if (packed[i] >> 31 != packed[start] >> 31) {
                sort(from + start, from + i, depth + Integer.BYTES);
                start = i;
            }
        }
        sort(from + start, to, depth + Integer.BYTES);
    }
}
