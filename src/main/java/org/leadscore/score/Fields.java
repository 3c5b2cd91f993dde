package org.leadscore.score;

/** The fields of one row as slices of UTF-8, so that looking at a row makes no objects. */
public interface Fields {

    byte[] bytes();

    /** Where the column's value begins in {@link #bytes}. */
    int start(int column);

    /** How many bytes it has; 0 for a column that the row's table does not have. */
    int length(int column);
}
