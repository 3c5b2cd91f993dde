package org.leadscore.engine;

import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Row;
import org.leadscore.ingest.RowBlock;
import org.leadscore.score.EventRows;
import org.leadscore.score.Fields;

/** A row of a table, its columns in the order in which a plan asks for them. Not thread-safe. */
final class BoundRow implements Fields {

    private static final byte[] NOTHING = {};

    private final int[] columns;
    private final int[] begins;
    private @Nullable Row row;

    /** @param columns by column of the plan, that of the table; −1 where the table has none */
    BoundRow(int[] columns) {
        this.columns = columns;
        this.begins = new int[columns.length];
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

    /** By column of the plan, where the table's column begins in a block; below 0 where the table has none. */
    int[] beginIn(RowBlock block) {
        for (int i = 0; i < columns.length; i++) {
            begins[i] = columns[i] < 0 ? EventRows.NO_COLUMN : block.first(columns[i]);
        }
        return begins;
    }

    /** The table's column behind the plan's. */
    int tableColumn(int column) {
        return columns[column];
    }
}
