package org.leadscore.engine.files;

import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.score.event.EventRows;
import org.leadscore.score.match.Fields;

/**
 * A row of a table whose columns stand in the order in which a plan asks for them. Made for each table that is read,
 * used again for every row. Not thread-safe.
 */
public final class BoundRow implements Fields {

    private static final byte[] NOTHING = {};

    /** The table's column for each column of the plan; −1 where the table has none. */
    private final int[] columns;

    /** The array that {@link #beginIn} answers, filled anew each time. */
    private final int[] begins;

    /** The row at hand; null before the first. */
    private @Nullable Row row;

    /**
     * A row before the first one.
     *
     * @param columns the table's column for each column of the plan; −1 where the table has none
     */
    public BoundRow(int[] columns) {
        this.columns = columns;
        this.begins = new int[columns.length];
    }

    /** Turns to another row and returns itself. */
    public BoundRow with(Row next) {
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

    /**
     * The index at which each column of the plan begins in a block, below 0 where the table has none; the array is
     * valid until the next call.
     */
    public int[] beginIn(RowBlock block) {
        for (int i = 0; i < columns.length; i++) {
            begins[i] = columns[i] < 0 ? EventRows.NO_COLUMN : block.first(columns[i]);
        }
        return begins;
    }

    /** The table's column behind the plan's. */
    public int tableColumn(int column) {
        return columns[column];
    }
}
