package org.leadscore.score;

/** The fields of one row as slices of one text, so that looking at a row makes no objects. */
public interface Fields {

    char[] chars();

    /** Where the column's value begins in {@link #chars}. */
    int start(int column);

    /** How many characters it has; 0 for a column that the row's table does not have. */
    int length(int column);
}
