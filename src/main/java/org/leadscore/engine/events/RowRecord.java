package org.leadscore.engine.events;

import org.leadscore.engine.files.BoundRow;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.ingest.row.Row;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.score.match.Fields;

/**
 * A row that was set aside: its place, the id of its lead, and the columns that are asked for. A view of one record
 * after another, written by {@code ContactSpill} and {@code EventSpill}. Not thread-safe.
 */
public final class RowRecord implements Fields {

    /** The columns, with the form that is wanted of their values. */
    private final CheckedColumns columns;

    /** Index in {@link #bytes} at which each column's value begins. */
    private final int[] starts;

    /** Length of each column's value in bytes. */
    private final int[] lengths;

    /** Place of each column's value in its line, from 1; 0 where it is not needed. */
    private final int[] columnsInLine;

    /** The block in which the record lies. */
    private byte[] bytes = {};

    /** The number of the file in its source. */
    private int file;

    /** Tells whether the id is a visitor's, as {@link LeadName#setVisitor} has it. */
    private boolean isVisitor;

    /** The position of the row in its file. */
    private long position;

    /** Index at which the id begins. */
    private int idStart;

    /** Length of the id in bytes. */
    private int idLength;

    /**
     * A view of records.
     *
     * @param columns of the records, as they were written
     */
    public RowRecord(CheckedColumns columns) {
        this.columns = columns;
        this.starts = new int[columns.size()];
        this.lengths = new int[columns.size()];
        this.columnsInLine = new int[columns.size()];
    }

    /**
     * Writes a row.
     *
     * @param bound the columns that are asked for, of that row
     */
    public static void pack(int file, Row row, LeadName lead, BoundRow bound, CheckedColumns columns, Packing out) {
        out.number(2L * file + (lead.isVisitor() ? 1 : 0));
        out.number(row.position());
        out.bytes(lead.written(), 0, lead.writtenLength());
        for (int column = 0; column < columns.size(); column++) {
            int start = bound.start(column);
            int length = bound.length(column);
            out.bytes(bound.bytes(), start, length);
            if (columns.isChecked(column)) {
                boolean isNeverTold = columns.isSound(column, bound.bytes(), start, length);
                out.number(isNeverTold ? 0 : row.columnOf(bound.tableColumn(column)));
            }
        }
    }

    /** Goes to the next record. */
    public void read(byte[] block, Unpacking in) {
        bytes = block;
        long number = in.number();
        file = (int) (number >> 1);
        isVisitor = (number & 1) != 0;
        position = in.number();
        idLength = (int) in.number();
        idStart = in.at();
        in.skip(idLength);
        for (int column = 0; column < columns.size(); column++) {
            lengths[column] = (int) in.number();
            starts[column] = in.at();
            in.skip(lengths[column]);
            columnsInLine[column] = columns.isChecked(column) ? (int) in.number() : 0;
        }
    }

    public int file() {
        return file;
    }

    public long position() {
        return position;
    }

    public boolean isVisitor() {
        return isVisitor;
    }

    public int idStart() {
        return idStart;
    }

    public int idLength() {
        return idLength;
    }

    public int columnInLine(int column) {
        return columnsInLine[column];
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int start(int column) {
        return starts[column];
    }

    @Override
    public int length(int column) {
        return lengths[column];
    }
}
