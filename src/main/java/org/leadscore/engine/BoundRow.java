package org.leadscore.engine;

import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Row;
import org.leadscore.score.Fields;

/** A row of a table, its columns in the order in which a plan asks for them. Not thread-safe. */
final class BoundRow implements Fields {

    private static final byte[] NOTHING = {};

    private final int[] columns;
    private @Nullable Row row;

    /** @param columns by column of the plan, that of the table; −1 where the table has none */
    BoundRow(int[] columns) {
        this.columns = columns;
    }

    BoundRow with(Row next) {
        row = next;
        return this;
    }

    @Override
    public byte[] bytes() {
        return row == null ? NOTHING : row.bytes();
    }

    @Override
    public int start(int column) {
        return row == null || columns[column] < 0 ? 0 : row.start(columns[column]);
    }

    @Override
    public int length(int column) {
        return row == null || columns[column] < 0 ? 0 : row.length(columns[column]);
    }

    /** The table's column behind the plan's. */
    int tableColumn(int column) {
        return columns[column];
    }
}
