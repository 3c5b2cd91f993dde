package org.leadscore.lead;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Works on bytes eight at a time, as the bytes of a long, the first byte lowest. Never reads beyond an array, even at
 * its end.
 */
public final class Eight {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

    private Eight() {}

    /** The eight bytes from {@code from} on, all of which must be in the array. */
    public static long at(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** Puts eight bytes, all of which must find room in the array. */
    public static void put(byte[] bytes, int from, long word) {
        LONGS.set(bytes, from, word);
    }

    /** The first {@code count} bytes from {@code from} on, 0 to 7, with zeros behind them. */
    public static long few(byte[] bytes, int from, int count) {
        if (from + Long.BYTES <= bytes.length) {
            return at(bytes, from) & ((1L << 8 * count) - 1);
        }
        long few = 0;
        for (int i = count - 1; i >= 0; i--) {
            few = few << 8 | (bytes[from + i] & 0xFF);
        }
        return few;
    }

    /** A long of eight times the same byte. */
    public static long times(byte one) {
        return ONES * (one & 0xFF);
    }

    /** Marks the bytes that are zero: the highest bit of each of them is set, and no other bit. */
    public static long zeros(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    /** Tells whether one of the eight bytes is ASCII and less than a given ASCII byte, which is given eight times. */
    public static boolean anyBelow(long word, long ascii) {
        return (word - ascii & ~word & HIGH_BITS) != 0;
    }

    /** Tells whether one of the eight bytes is beyond ASCII. */
    public static boolean beyondAscii(long word) {
        return (word & HIGH_BITS) != 0;
    }

    /** Lowers A to Z to a to z; all eight bytes must be ASCII. */
    public static long lowered(long ascii) {
        long fromA = ascii + ONES * (0x80 - 'A');
        long beyondZ = ascii + ONES * (0x80 - 'Z' - 1);
        return ascii | (fromA & ~beyondZ & HIGH_BITS) >>> 2;
    }

    /** Tells whether two slices of the same length have the same bytes. */
    public static boolean equal(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (at(left, leftFrom + at) != at(right, rightFrom + at)) {
                return false;
            }
        }
        return few(left, leftFrom + at, length - at) == few(right, rightFrom + at, length - at);
    }

    /** A hash of a slice: equal for equal slices, different for most others, with all 64 bits of use. */
    public static long hash(byte[] bytes, int from, int length) {
        long hash = start(length);
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            hash = mixed(hash, at(bytes, from + at));
        }
        return mixed(hash, few(bytes, from + at, length - at));
    }

    /** The value that {@link #hash} begins with for a slice of so many bytes. */
    public static long start(int length) {
        return length * ODD;
    }

    /**
     * Mixes the next eight bytes into a hash, as {@link #hash} does; at last the rest, as {@link #few} gives it, which
     * may be no bytes.
     */
    public static long mixed(long hash, long word) {
        long product = (hash ^ word) * ODD;
        return product ^ product >>> 29;
    }
}
