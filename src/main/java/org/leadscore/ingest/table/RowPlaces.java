package org.leadscore.ingest.table;

import java.io.Serializable;

/** The lines of a table's rows in its file. {@link Table#places} gives them once the table has been read. Immutable. */
public final class RowPlaces implements Serializable {

    private final String name;
    private final long[] linesBefore;

    /** @param linesBefore by chunk, how many lines stand before it */
    RowPlaces(String name, long[] linesBefore) {
        this.name = name;
        this.linesBefore = linesBefore.clone();
    }

    /** The name of the file as the user knows it. */
    public String name() {
        return name;
    }

    /**
     * The line in which a row begins, from 1.
     *
     * @param position from {@code Row.position}
     * @throws IllegalArgumentException for a position in a chunk that there is not
     */
    public long lineOf(long position) {
        int chunk = (int) (position >>> Integer.SIZE);
        if (chunk >= linesBefore.length) {
            throw new IllegalArgumentException("no row at " + position);
        }
        return linesBefore[chunk] + (int) position;
    }
}
