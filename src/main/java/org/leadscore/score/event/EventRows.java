package org.leadscore.score.event;

import java.util.Arrays;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.match.Fields;

/**
 * A block of rows of a log that are looked at together, so that the waits for memory overlap: their values, column by
 * column, as slices of bytes that belong to somebody else; which of the rows are events that count; and what has been
 * found out about them. Filled by the reader of a log and taken by an {@link EventMatcher}. Not thread-safe.
 */
public final class EventRows {

    /** The most rows of a block. */
    public static final int ROOM = 512;

    /** In place of the start of a column: the rows do not have it. */
    public static final int NO_COLUMN = -1;

    /** The bytes that values are slices of, as UTF-8. */
    byte[] bytes = {};
    /** By column and row, the index of the value's first byte. */
    int[] starts = {};
    /** By column and row, the number of the value's bytes. */
    int[] lengths = {};

    /**
     * By column of the plan, the index of its first row in {@link #starts} and {@link #lengths}, or {@link #NO_COLUMN}.
     */
    int[] firsts = {};

    /** By row, the time of the event, in milliseconds since 1970 UTC. */
    final long[] times = new long[ROOM];

    /** The rows that count, the first {@link #size} entries. */
    final int[] events = new int[ROOM];

    /** Number of rows that count. */
    int size;

    /** By row, its state in the decision table. */
    final int[] states = new int[ROOM];

    /** By place in {@link #events}, the words of the lead's record to be touched. */
    final int[][] places = new int[ROOM][];

    /** By column and row, the id of the value in the states; see {@link #at}. */
    final int[] ids;

    /** By column and row, the number in millionths; see {@link #at}. */
    final long[] millionths;

    /**
     * For one column at a time: the rows that need it; below, the hashes of their values, their slots in a map, and the
     * classes or ids that were found.
     */
    final int[] asking = new int[ROOM];

    final long[] hashes = new long[ROOM];
    final long[] slots = new long[ROOM];
    final int[] found = new int[ROOM];

    /**
     * The rows that are taken in, sorted by the stripe of their leads; below, the index of each stripe's first row
     * among them.
     */
    final int[] sorted = new int[ROOM];

    final int[] stripes = new int[LeadStates.STRIPES + 1];

    /** By stripe, the index of its next row while they are sorted. */
    private final int[] next = new int[LeadStates.STRIPES];
    /** The view that {@link #fields} gives out. */
    private final OneRow one = new OneRow();

    /** The fields of one of the rows. */
    private final class OneRow implements Fields {

        private int row;

        @Override
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public int start(int column) {
            return firsts[column] < 0 ? 0 : starts[firsts[column] + row];
        }

        @Override
        public int length(int column) {
            return firsts[column] < 0 ? 0 : lengths[firsts[column] + row];
        }
    }

    /**
     * Makes a block without rows.
     *
     * @param columns number of columns of the plan
     */
    public EventRows(int columns) {
        ids = new int[columns * ROOM];
        millionths = new long[columns * ROOM];
    }

    /**
     * Turns the block to other rows, none of which counts yet. The arrays are not copied.
     *
     * @param columnsBegin by column of the plan, the index in the starts and lengths of its value in the first row,
     *     those of the other rows following; {@link #NO_COLUMN} for a column that the rows do not have
     */
    public void turnTo(byte[] utf8, int[] valueStarts, int[] valueLengths, int[] columnsBegin) {
        bytes = utf8;
        starts = valueStarts;
        lengths = valueLengths;
        firsts = columnsBegin;
        size = 0;
    }

    /** Makes a row count as an event, at a time in milliseconds since 1970 UTC. */
    public void add(int row, long time) {
        times[row] = time;
        events[size++] = row;
    }

    /** Number of rows that count. */
    public int size() {
        return size;
    }

    /** The rows that count; only the first {@link #size} entries are of use. */
    public int[] events() {
        return events;
    }

    /** The time of an event, in milliseconds since 1970 UTC. */
    public long time(int row) {
        return times[row];
    }

    /** Makes only the first so many of {@link #events} count. */
    public void keep(int count) {
        size = count;
    }

    /** A view of one row, which is turned to another by the next call. */
    public Fields fields(int row) {
        one.row = row;
        return one;
    }

    /** The row that {@link #fields} was last asked for. */
    public int current() {
        return one.row;
    }

    /** The index in {@link #ids} and {@link #millionths} of a column's value in a row. */
    static int at(int column, int row) {
        return column * ROOM + row;
    }

    /**
     * Sorts the rows that count by the stripe of their leads.
     *
     * @param leads by row
     */
    void sortByStripe(int[] leads) {
        Arrays.fill(stripes, 0);
        for (int i = 0; i < size; i++) {
            stripes[LeadStates.stripe(leads[events[i]]) + 1]++;
        }
        for (int i = 1; i < stripes.length; i++) {
            stripes[i] += stripes[i - 1];
        }
        System.arraycopy(stripes, 0, next, 0, LeadStates.STRIPES);
        for (int i = 0; i < size; i++) {
            int row = events[i];
            sorted[next[LeadStates.stripe(leads[row])]++] = row;
        }
    }
}
