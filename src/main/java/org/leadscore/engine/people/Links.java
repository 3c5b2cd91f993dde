package org.leadscore.engine.people;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Links from one id to another, each from its time on; ids are numbers. Collected by one thread, in any order, and joined
 * with those of others. Not thread-safe.
 */
public final class Links {

    /** The time of a link that holds always. */
    public static final long ALWAYS = Long.MIN_VALUE;

    /** Bytes of memory of a link while the arrays are doubled. */
    public static final int BYTES_OF_LINK = 2 * (2 * Integer.BYTES + Long.BYTES);

    private int[] from = new int[1 << 6];
    private int[] to = new int[1 << 6];
    private long[] times = new long[1 << 6];
    private int size;

    /** The ids that stand where ids lead on, with a link or without. */
    private final BitSet leading = new BitSet();

    /** Takes note of an id that stands where ids lead on, with a link or without. */
    public void noteLeading(int id) {
        leading.set(id);
    }

    /** True for an id that was noted to stand where ids lead on. */
    public boolean isLeading(int id) {
        return leading.get(id);
    }

    /**
     * Adds a link. One from an id to itself says nothing and is left out.
     *
     * @param time milliseconds since 1970 UTC, or {@link #ALWAYS}
     */
    public void add(int one, int other, long time) {
        if (one == other) {
            return;
        }
        if (size == from.length) {
            grow(2 * size);
        }
        from[size] = one;
        to[size] = other;
        times[size++] = time;
    }

    /** Adds the links that another thread has collected. */
    public void addAll(Links others) {
        if (size + others.size > from.length) {
            grow(Math.max(2 * from.length, size + others.size));
        }
        System.arraycopy(others.from, 0, from, size, others.size);
        System.arraycopy(others.to, 0, to, size, others.size);
        System.arraycopy(others.times, 0, times, size, others.size);
        size += others.size;
        leading.or(others.leading);
    }

    /** Number of links. */
    public int size() {
        return size;
    }

    /** The id that a link leads on from; links are numbered from 0. */
    public int from(int link) {
        return from[link];
    }

    /** The id that a link leads to. */
    public int to(int link) {
        return to[link];
    }

    /** The time of a link, or {@link #ALWAYS}. */
    public long time(int link) {
        return times[link];
    }

    private void grow(int length) {
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
        times = Arrays.copyOf(times, length);
    }
}
