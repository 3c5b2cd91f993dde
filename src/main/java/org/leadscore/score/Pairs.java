package org.leadscore.score;

/** Blocks whose entries come in pairs, sorted by the first of each. */
final class Pairs {

    private Pairs() {}

    /** The index of the first pair whose first is not below the given one; behind the last pair when all are. */
    static int firstNotBelow(long[] pairs, long first) {
        int low = 0;
        int high = Block.size(pairs) / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[1 + 2 * middle] < first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 1 + 2 * low;
    }

    static int withSmallestSecond(long[] pairs) {
        int smallest = 1;
        for (int at = 3; at <= Block.size(pairs); at += 2) {
            if (pairs[at + 1] < pairs[smallest + 1]) {
                smallest = at;
            }
        }
        return smallest;
    }
}
