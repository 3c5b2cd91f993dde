package org.leadscore.score.match;

/** The fields of one row as slices of UTF-8, so that looking at a row makes no objects. */
public interface Fields {

    /** The bytes that all values are slices of; not to be changed. */
    byte[] bytes();

    /** The index of the column's first byte in {@link #bytes}. */
    int start(int column);

    /** Number of bytes of the column's value; 0 for a column that the row's table does not have. */
    int length(int column);
}
