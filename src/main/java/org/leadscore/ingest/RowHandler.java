package org.leadscore.ingest;

/** Takes the rows of a table one by one. */
@FunctionalInterface
public interface RowHandler {

    /** Called in the order of the file within a chunk; the row is valid only until this returns. */
    void row(Row row);

    /** Called when all rows of a chunk have been handed over; their bytes stay as they are until this returns. */
    default void chunkEnds() {}
}
