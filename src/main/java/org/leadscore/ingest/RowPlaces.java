package org.leadscore.ingest;

import java.io.Serializable;

/** Where the rows of a table that has been read stand in its file. Immutable. */
public final class RowPlaces implements Serializable {

    private final String name;
    private final long[] linesBefore;

    /** @param linesBefore by chunk, how many lines stand before it */
    RowPlaces(String name, long[] linesBefore) {
        this.name = name;
        this.linesBefore = linesBefore.clone();
    }

    /** Of the file, as the user knows it. */
    public String name() {
        return name;
    }

    /**
     * The line where a row begins, from 1.
     *
     * @param position from {@link Row#position}
     */
    public long lineOf(long position) {
        int chunk = (int) (position >>> Integer.SIZE);
        if (chunk >= linesBefore.length) {
            throw new IllegalArgumentException("no row at " + position);
        }
        return linesBefore[chunk] + (int) position;
    }
}
