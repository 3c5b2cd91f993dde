package org.leadscore.score;

import java.util.Arrays;

/**
 * Some rows of a log that are looked at together, so that the waits for memory overlap: their values, column by column, as
 * slices of bytes that belong to somebody else; which of the rows are events that count; and what has been found out about
 * them. Not thread-safe.
 */
public final class EventRows {

    /** How many rows there are at most. */
    public static final int ROOM = 512;

    /** In place of the beginning of a column. */
    public static final int NO_COLUMN = -1;

    byte[] bytes = {};
    int[] starts = {};
    int[] lengths = {};

    /** By column of the plan, where it begins in the starts and lengths. */
    int[] firsts = {};

    /** By row. */
    final long[] times = new long[ROOM];

    /** The rows that count. */
    final int[] events = new int[ROOM];

    int size;

    /** By row, of the decision table. */
    final int[] states = new int[ROOM];

    /** By place in {@link #events}, the words to be touched. */
    final int[][] places = new int[ROOM][];

    /** By column and then by row. */
    final int[] ids;

    final long[] millionths;

    /** For one column at a time: the rows that need it, the hashes of their values, and what was found for them. */
    final int[] asking = new int[ROOM];

    final long[] hashes = new long[ROOM];
    final long[] slots = new long[ROOM];
    final int[] found = new int[ROOM];

    /** The rows that are taken in, by the stripe of their leads, and where each stripe begins among them. */
    final int[] sorted = new int[ROOM];

    final int[] stripes = new int[LeadStates.STRIPES + 1];

    private final int[] next = new int[LeadStates.STRIPES];
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

    /** @param columns of the plan */
    public EventRows(int columns) {
        ids = new int[columns * ROOM];
        millionths = new long[columns * ROOM];
    }

    /**
     * From now on the rows are these; none of them counts yet. The arrays are not copied.
     *
     * @param columnsBegin by column of the plan, where in the starts and lengths its values begin, one for each row;
     *     {@link #NO_COLUMN} for a column that the rows do not have
     */
    public void turnTo(byte[] utf8, int[] valueStarts, int[] valueLengths, int[] columnsBegin) {
        bytes = utf8;
        starts = valueStarts;
        lengths = valueLengths;
        firsts = columnsBegin;
        size = 0;
    }

    /** A row counts as an event, at a time in milliseconds since 1970 UTC. */
    public void add(int row, long time) {
        times[row] = time;
        events[size++] = row;
    }

    /** How many rows count. */
    public int size() {
        return size;
    }

    /** The rows that count; only the first {@link #size} entries are of use. */
    public int[] events() {
        return events;
    }

    /** Milliseconds since 1970 UTC. */
    public long time(int row) {
        return times[row];
    }

    /** Only the first so many of {@link #events} still count. */
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

    /** Where what belongs to a column and a row is kept. */
    static int at(int column, int row) {
        return column * ROOM + row;
    }

    /** @param leads by row */
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
