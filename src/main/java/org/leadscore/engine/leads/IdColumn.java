package org.leadscore.engine.leads;

import java.util.Set;
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
    private final boolean takesFirst;

    /** By column of the key, whether its ids lead on to others. */
    private final boolean[] leadOn;

    private final LeadName name;
    private int[] columns = {};
    private long rowsBefore;
    private long anonymous;

    public IdColumn(LeadKey key, Blank blank) {
        this(key, blank, Set.of());
    }

    /**
     * The id of a source in which some ids lead on to others.
     *
     * @param leadOn names of the columns whose ids do
     */
    public IdColumn(LeadKey key, Blank blank, Set<String> leadOn) {
        this.key = key;
        this.blank = blank;
        this.isNumber = key.choose(named -> false, rowNumber -> true);
        this.takesFirst = key.choose(LeadKey.Named::takesFirst, rowNumber -> false);
        this.name = new LeadName(key.exact());
        this.leadOn = new boolean[key.fields().size()];
        for (int i = 0; i < this.leadOn.length; i++) {
            boolean isWhole = takesFirst || this.leadOn.length == 1;
            this.leadOn[i] = isWhole && leadOn.contains(key.fields().get(i).name());
        }
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
        return columns.length == 1 || takesFirst;
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
        if (columns.length == 1 || takesFirst) {
            int at = 0;
            name.set(row.bytes(), row.start(columns[at]), row.length(columns[at]));
            while (name.isBlank() && ++at < columns.length) {
                name.set(row.bytes(), row.start(columns[at]), row.length(columns[at]));
            }
            name.setVisitor(at < columns.length && leadOn[at]);
        } else if (isNumber && row.isBlank()) {
            return false;
        } else if (isNumber) {
            name.setVisitor(false);
            name.set(Long.toString(rowsBefore + row.numberInChunk()));
        } else {
            name.setVisitor(false);
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
        if (leadOn[0]) {
            setVisitors(block, names);
        }
        for (int at = 1; at < columns.length; at++) {
            readWhereBlank(block, names, at);
        }
    }

    private static void setVisitors(RowBlock block, LeadNames names) {
        for (int i = 0; i < block.size(); i++) {
            names.setVisitor(i, true);
        }
    }

    /** Reads the ids of the rows in which the columns before this one are blank. */
    private void readWhereBlank(RowBlock block, LeadNames names, int at) {
        int first = block.first(columns[at]);
        for (int i = 0; i < block.size(); i++) {
            if (names.isBlank(i)) {
                names.set(i, block.starts()[first + i], block.lengths()[first + i]);
                names.setVisitor(i, leadOn[at]);
            } else if (at == 1) {
                names.setVisitor(i, leadOn[0]);
            }
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
