package org.leadscore.engine.people;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;

/**
 * Links by the id that they lead on from, those of one id by time. What says nothing is left out: a link that is there
 * twice, and a link to the same id as the one before it. Immutable.
 */
final class LinkTable {

    /** By id, the index of its first link; one entry more for the end. */
    private final int[] begins;

    /** By link, the id that it leads to; those of the same time in ascending order. */
    private final int[] to;

    /** By link, its time in milliseconds since 1970 UTC, or {@link Links#ALWAYS}. */
    private final long[] times;

    /** A table of links that are in order already; the arrays are not copied. */
    LinkTable(int[] begins, int[] to, long[] times) {
        this.begins = begins;
        this.to = to;
        this.times = times;
    }

    /** Orders links, given in any order, of so many ids. */
    static LinkTable of(int ids, Links links) {
        int[] begins = new int[ids + 1];
        for (int link = 0; link < links.size(); link++) {
            begins[links.from(link) + 1]++;
        }
        for (int id = 0; id < ids; id++) {
            begins[id + 1] += begins[id];
        }
        int[] next = begins.clone();
        int[] to = new int[links.size()];
        long[] times = new long[links.size()];
        for (int link = 0; link < links.size(); link++) {
            int at = next[links.from(link)]++;
            to[at] = links.to(link);
            times[at] = links.time(link);
        }
        for (int id = 0; id < ids; id++) {
            sort(to, times, begins[id], begins[id + 1]);
        }
        return new LinkTable(begins, to, times).select(id -> true, time -> true, id -> true);
    }

    /** By id, the index of its first link; one entry more for the end. Not to be changed, as the arrays of the others. */
    int[] begins() {
        return begins;
    }

    /** By link, the id that it leads to. */
    int[] to() {
        return to;
    }

    /** By link, its time in milliseconds since 1970 UTC, or {@link Links#ALWAYS}. */
    long[] times() {
        return times;
    }

    /** Number of ids. */
    int ids() {
        return begins.length - 1;
    }

    /** True when links lead on from the id. */
    boolean hasLinks(int id) {
        return begins[id] < begins[id + 1];
    }

    /** Keeps the links that pass: by the id that they lead on from, by their time, and by the id that they lead to. */
    LinkTable select(IntPredicate ofId, LongPredicate atTime, IntPredicate toId) {
        int[] starts = new int[begins.length];
        int[] ends = new int[to.length];
        long[] when = new long[to.length];
        int kept = 0;
        for (int id = 0; id < ids(); id++) {
            starts[id] = kept;
            for (int link = begins[id]; link < begins[id + 1] && ofId.test(id); link++) {
                if (atTime.test(times[link]) && toId.test(to[link])) {
                    ends[kept] = to[link];
                    when[kept++] = times[link];
                }
            }
            kept = shortened(ends, when, starts[id], kept);
        }
        starts[ids()] = kept;
        return new LinkTable(starts, Arrays.copyOf(ends, kept), Arrays.copyOf(when, kept));
    }

    /** The index of the last link of an id that is not later than the time; below its first when there is none. */
    int lastUntil(int id, long time) {
        int low = begins[id];
        int high = begins[id + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Leaves out of a stretch of ordered links what says nothing, and answers its new end. */
    private static int shortened(int[] to, long[] times, int begin, int end) {
        int kept = begin;
        int before = -1; // the id that all links of the time before lead to; below 0 for none, or several
        for (int link = begin; link < end; ) {
            int behind = link + 1;
            while (behind < end && times[behind] == times[link]) {
                behind++;
            }
            boolean isOne = to[link] == to[behind - 1];
            if (!isOne || to[link] != before) {
                int first = kept;
                for (int same = link; same < behind; same++) {
                    if (kept == first || to[kept - 1] != to[same]) {
                        to[kept] = to[same];
                        times[kept++] = times[same];
                    }
                }
            }
            before = isOne ? to[behind - 1] : -1;
            link = behind;
        }
        return kept;
    }

    /** Sorts a stretch by time and then by id (heap sort, as a stretch may be long and in any order). */
    private static void sort(int[] to, long[] times, int begin, int end) {
        int count = end - begin;
        for (int at = begin + 1; at < end; at++) {
            if (isBefore(to, times, at, at - 1)) {
                for (int root = count / 2 - 1; root >= 0; root--) {
                    sink(to, times, begin, root, count);
                }
                for (int last = count - 1; last > 0; last--) {
                    swap(to, times, begin, begin + last);
                    sink(to, times, begin, 0, last);
                }
                return;
            }
        }
    }

    private static void sink(int[] to, long[] times, int begin, int root, int count) {
        int parent = root;
        while (2 * parent + 1 < count) {
            int child = 2 * parent + 1;
            if (child + 1 < count && isBefore(to, times, begin + child, begin + child + 1)) {
                child++;
            }
            if (!isBefore(to, times, begin + parent, begin + child)) {
                return;
            }
            swap(to, times, begin + parent, begin + child);
            parent = child;
        }
    }

    private static boolean isBefore(int[] to, long[] times, int one, int other) {
        return times[one] != times[other] ? times[one] < times[other] : to[one] < to[other];
    }

    private static void swap(int[] to, long[] times, int one, int other) {
        int id = to[one];
        to[one] = to[other];
        to[other] = id;
        long time = times[one];
        times[one] = times[other];
        times[other] = time;
    }
}
