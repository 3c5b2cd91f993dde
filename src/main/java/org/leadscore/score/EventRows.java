package org.leadscore.score;

import java.util.Arrays;

/**
 * Events that wait to be judged and taken in together, so that the waits for memory overlap: what their rows hold, as slices
 * of bytes that must stay as they are, and what has been found out about them. Not thread-safe.
 */
public final class EventRows {

    /** How many events wait at most. */
    public static final int ROOM = 512;

    final byte[][] bytes = new byte[ROOM][];
    final long[] times = new long[ROOM];

    /** Of the decision table. */
    final int[] states = new int[ROOM];

    /** By column and then by event, as all that follow. */
    final int[] starts;

    final int[] lengths;
    final int[] ids;
    final long[] millionths;

    /** For one column at a time: the events that need it, the hashes of their values, and what was found for them. */
    final int[] asking = new int[ROOM];

    final long[] hashes = new long[ROOM];
    final long[] slots = new long[ROOM];
    final int[] found = new int[ROOM];

    /** The events that are taken in, by the stripe of their leads, and where each stripe begins among them. */
    final int[] sorted = new int[ROOM];

    final int[] stripes = new int[LeadStates.STRIPES + 1];

    private final int[] next = new int[LeadStates.STRIPES];
    private final int columns;
    private int size;

    EventRows(int columns) {
        this.columns = columns;
        starts = new int[columns * ROOM];
        lengths = new int[columns * ROOM];
        ids = new int[columns * ROOM];
        millionths = new long[columns * ROOM];
    }

    public int size() {
        return size;
    }

    public boolean isFull() {
        return size == ROOM;
    }

    /** Milliseconds since 1970 UTC. */
    public long time(int event) {
        return times[event];
    }

    public void clear() {
        size = 0;
    }

    /** Where what belongs to a column and an event is kept. */
    static int at(int column, int event) {
        return column * ROOM + event;
    }

    /** @param leads below 0 for events that are not taken in */
    void sortByStripe(int[] leads) {
        Arrays.fill(stripes, 0);
        for (int event = 0; event < size; event++) {
            if (leads[event] >= 0) {
                stripes[LeadStates.stripe(leads[event]) + 1]++;
            }
        }
        for (int i = 1; i < stripes.length; i++) {
            stripes[i] += stripes[i - 1];
        }
        System.arraycopy(stripes, 0, next, 0, LeadStates.STRIPES);
        for (int event = 0; event < size; event++) {
            if (leads[event] >= 0) {
                sorted[next[LeadStates.stripe(leads[event])]++] = event;
            }
        }
    }

    void add(long time, Fields fields) {
        bytes[size] = fields.bytes();
        times[size] = time;
        for (int column = 0; column < columns; column++) {
            int at = at(column, size);
            starts[at] = fields.start(column);
            lengths[at] = fields.length(column);
        }
        size++;
    }
}
