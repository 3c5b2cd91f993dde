package org.leadscore.calibrate.quality;

import java.util.Arrays;

/** The distinct points of rows in order, and the place of each row's points among them. */
final class Ranks {

    private final int[] placeOfRow;
    private final int size;

    /** @param points by row */
    Ranks(long[] points) {
        long[] sorted = points.clone();
        Arrays.parallelSort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (distinct == 0 || sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        size = distinct;
        placeOfRow = new int[points.length];
        Arrays.parallelSetAll(placeOfRow, row -> Arrays.binarySearch(sorted, 0, size, points[row]));
    }

    /** Number of distinct points. */
    int size() {
        return size;
    }

    /** The place of the row's points among the distinct ones, from 0 for the lowest. */
    int place(int row) {
        return placeOfRow[row];
    }
}
