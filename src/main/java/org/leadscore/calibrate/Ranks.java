package org.leadscore.calibrate;

import java.util.Arrays;

/** Amounts in order, with equal ones laid together. */
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

    /** How many amounts differ. */
    int size() {
        return size;
    }

    /** The place of the row's amount among the {@link #size} that there are, the lowest first. */
    int place(int row) {
        return placeOfRow[row];
    }
}
