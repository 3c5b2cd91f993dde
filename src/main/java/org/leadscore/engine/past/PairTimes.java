package org.leadscore.engine.past;

import java.util.Arrays;
import org.leadscore.lead.Eight;

/** The earliest time of each pair of a lead and a trait, by open addressing. Not thread-safe. */
final class PairTimes {

    private static final long FREE = -1;

    /** Pair of each slot: the lead in the upper half and the trait in the lower; {@link #FREE} in a free slot. */
    private long[] keys = new long[1 << 10];

    /** Earliest time of each slot's pair, in milliseconds since 1970 UTC. */
    private long[] times = new long[1 << 10];

    /** Number of pairs. */
    private int size;

    PairTimes() {
        Arrays.fill(keys, FREE);
    }

    /** Takes note of a time of a pair. */
    void see(int lead, int trait, long time) {
        long key = (long) lead << Integer.SIZE | trait;
        int at = slot(keys, key);
        if (keys[at] == key) {
            times[at] = Math.min(times[at], time);
            return;
        }
        keys[at] = key;
        times[at] = time;
        if (2 * ++size > keys.length) {
            grow();
        }
    }

    /** The earliest time of a pair; {@link Past#NEVER} when it has not been seen. */
    long of(int lead, int trait) {
        long key = (long) lead << Integer.SIZE | trait;
        int at = slot(keys, key);
        return keys[at] == key ? times[at] : Past.NEVER;
    }

    /**
     * Adds the times of others, whose traits are numbered differently.
     *
     * @param numbers by trait of the others, its number here; below 0 to leave it out
     */
    void merge(PairTimes others, int[] numbers) {
        for (int at = 0; at < others.keys.length; at++) {
            if (others.keys[at] != FREE) {
                int trait = numbers[(int) others.keys[at]];
                if (trait >= 0) {
                    see((int) (others.keys[at] >>> Integer.SIZE), trait, others.times[at]);
                }
            }
        }
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int at = (int) Eight.mixed(Eight.start(Long.BYTES), key) & mask;
        while (keys[at] != FREE && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] smallerKeys = keys;
        long[] smallerTimes = times;
        keys = new long[2 * smallerKeys.length];
        times = new long[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < smallerKeys.length; i++) {
            if (smallerKeys[i] != FREE) {
                int at = slot(keys, smallerKeys[i]);
                keys[at] = smallerKeys[i];
                times[at] = smallerTimes[i];
            }
        }
    }
}
