package org.leadscore.ingest.row;

/** Takes the rows of a table, one by one or a block at a time. */
@FunctionalInterface
public interface RowHandler {

    /** Takes one row, valid only until this returns. */
    void row(Row row);

    /** Takes some rows, valid only until this returns. */
    default void rows(RowBlock block) {
        for (int i = 0; i < block.size(); i++) {
            row(block.row(i));
        }
    }

    /** True when rows must come in the order of the file within a chunk; blocks are larger where that does not matter. */
    default boolean needsOrder() {
        return true;
    }
}
