package org.leadscore.ingest.row;

/** The unit in which the columns of places are counted, from 1. Chosen by {@code Table} for all rows of a file. */
public enum PlaceUnit {

    /** Characters of a line of text. */
    CHARACTERS,

    /** Cells of a row of a sheet. */
    CELLS,

    /** None: the text that is read is not that of the file, and its columns are nowhere in it. */
    NONE
}
