package org.leadscore.problem;

/** Places in the data, written as {@code file:line:column}, or {@code file:line} where the column is not known. */
public final class Place {

    /** In place of a column: it is not known. */
    public static final int UNKNOWN = 0;

    private Place() {}

    /**
     * Writes a place.
     *
     * @param column from 1, or {@link #UNKNOWN}
     */
    public static String of(String file, long line, int column) {
        return file + ":" + line + (column == UNKNOWN ? "" : ":" + column);
    }
}
