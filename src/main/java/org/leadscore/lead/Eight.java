package org.leadscore.lead;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;

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

    /** The property that sets the seed of {@link #hash}; for tests, as no result depends on it. */
    private static final String SEED = "leadscore.seed";

    /** The seed of hashes, drawn for each run, so that nobody can make up texts whose hashes are equal. */
    private static final long DRAWN =
            Long.getLong(SEED, ThreadLocalRandom.current().nextLong());

    private static final long BEGIN = scrambled(DRAWN);
    private static final long FACTOR = factor(DRAWN);

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

    /**
     * A hash of a slice: equal for equal slices, different for most others, with all 64 bits of use. It is another one in
     * each run, so that it must neither be kept nor sent to another machine.
     */
    public static long hash(byte[] bytes, int from, int length) {
        long hash = start(length);
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            hash = mixed(hash, at(bytes, from + at));
        }
        return mixed(hash, few(bytes, from + at, length - at));
    }

    /** A hash as {@link #hash}, of a seed that is given: the same wherever it is computed. */
    public static long hash(byte[] bytes, int from, int length, long seed) {
        long factor = factor(seed);
        long hash = scrambled(seed) ^ length * ODD;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            hash = folded(hash ^ at(bytes, from + at), factor);
        }
        return folded(hash ^ few(bytes, from + at, length - at), factor);
    }

    /** The seed of {@link #hash(byte[], int, int)} in this run. */
    public static long seed() {
        return DRAWN;
    }

    /** The value that {@link #hash} begins with for a slice of so many bytes. */
    public static long start(int length) {
        return BEGIN ^ length * ODD;
    }

    /**
     * Mixes the next eight bytes into a hash, as {@link #hash} does; at last the rest, as {@link #few} gives it, which
     * may be no bytes.
     */
    public static long mixed(long hash, long word) {
        return folded(hash ^ word, FACTOR);
    }

    /**
     * Both halves of the product, as unsigned numbers of 128 bits, laid over each other. Without the factor nobody knows
     * which two differences cancel, as they would with one half of it.
     *
     * @param factor not below zero
     */
    private static long folded(long value, long factor) {
        long high = Math.multiplyHigh(value, factor) + (value >> Long.SIZE - 1 & factor);
        return high ^ value * factor;
    }

    /** An odd number of 63 bits. */
    private static long factor(long seed) {
        return scrambled(seed + ODD) >>> 1 | 1L << Long.SIZE - 2 | 1;
    }

    /** The bits of a seed mixed, so that near seeds become far (the finalizer of SplitMix64). */
    private static long scrambled(long seed) {
        long mixed = (seed ^ seed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
