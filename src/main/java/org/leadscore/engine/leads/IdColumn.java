package org.leadscore.engine.leads;

import org.leadscore.engine.files.ColumnBinding;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.ingest.table.Table;
import org.leadscore.rules.source.LeadKey;

/**
 * Reads the id of the lead of each row of a source: from its columns, or from the number of the row. Made by whoever reads a
 * source's rows, and turned to one of its tables after the other. Not thread-safe.
 */
public final class IdColumn {

    /** The sense of a row whose id is blank. */
    public enum Blank {
        /** The event of somebody who has not said who he is, as in a log: it is counted, and is nobody's. */
        ANONYMOUS,

        /** A reject, as in a list of leads; a row that is blank altogether is only counted. */
        REJECTED
    }

    private final LeadKey key;
    private final Blank blank;
    private final boolean isNumber;
    private final LeadName name;
    private int[] columns = {};
    private long rowsBefore;
    private long anonymous;

    public IdColumn(LeadKey key, Blank blank) {
        this.key = key;
        this.blank = blank;
        this.isNumber = key.choose(named -> false, rowNumber -> true);
        this.name = new LeadName(key.exact());
    }

    /** The rows to come are those of this table, which has all columns of the key. */
    public void turnTo(Table table) {
        columns = ColumnBinding.of(key.fields(), table);
    }

    /** The numbers of the rows to come begin behind so many more. */
    public void pass(long rows) {
        rowsBefore += rows;
    }

    /** The table's columns that the id stands in, for {@link Table#expect}; none where it is the number of the row. */
    public int[] columns() {
        return columns;
    }

    /** False where an id has to be put together from several columns, or counted; {@link #read(RowBlock, LeadNames)} does neither. */
    public boolean isOneField() {
        return columns.length == 1;
    }

    /** Reads the id of a row, for {@link #name}. False for a blank one, after {@link #takeBlank}. */
    public boolean read(Row row) {
        if (!find(row)) {
            takeBlank(row);
            return false;
        }
        return true;
    }

    /**
     * Reads the id of a row, for {@link #name}. False for a blank one, which is not counted yet; a row that is blank
     * altogether has no id either where that is the row's number.
     */
    public boolean find(Row row) {
        if (columns.length == 1) {
            name.set(row.bytes(), row.start(columns[0]), row.length(columns[0]));
        } else if (isNumber && row.isBlank()) {
            return false;
        } else if (isNumber) {
            name.set(Long.toString(rowsBefore + row.numberInChunk()));
        } else {
            name.set(ColumnBinding.joined(row, columns));
        }
        return !name.isBlank();
    }

    /** Reads the ids of all rows of a block, where each is one field; blank ones too. */
    public void read(RowBlock block, LeadNames names) {
        names.turnTo(block.bytes());
        int first = block.first(columns[0]);
        for (int i = 0; i < block.size(); i++) {
            names.set(i, block.starts()[first + i], block.lengths()[first + i]);
        }
    }

    /** Counts a row whose id is blank as {@link #anonymous}, or makes it a reject. */
    public void takeBlank(Row row) {
        if (blank == Blank.ANONYMOUS || row.isBlank()) {
            anonymous++;
        } else {
            row.reject(columns[0], "the id of the lead is blank");
        }
    }

    /** The number of rows of nobody so far: those whose id is blank and that are no rejects. */
    public long anonymous() {
        return anonymous;
    }

    /** The id that was read last; a view that the next one changes. */
    public LeadName name() {
        return name;
    }
}
