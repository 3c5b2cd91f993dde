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

    private static final int MOST_DIGITS = 15;

    /** Tells of each column whether its values should be numbers. */
    private final boolean[] numbers;

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

    /** The position of the row in its file. */
    private long position;

    /** Index at which the id begins. */
    private int idStart;

    /** Length of the id in bytes. */
    private int idLength;

    /**
     * A view of records.
     *
     * @param numbers by column, whether its values should be numbers, so that the places of those that are not must be
     *     known
     */
    public RowRecord(boolean[] numbers) {
        this.numbers = numbers.clone();
        this.starts = new int[numbers.length];
        this.lengths = new int[numbers.length];
        this.columnsInLine = new int[numbers.length];
    }

    /**
     * Writes a row.
     *
     * @param bound the columns that are asked for, of that row
     */
    public static void pack(int file, Row row, LeadName lead, BoundRow bound, boolean[] numbers, Packing out) {
        out.number(file);
        out.number(row.position());
        out.bytes(lead.written(), 0, lead.writtenLength());
        for (int column = 0; column < numbers.length; column++) {
            int start = bound.start(column);
            int length = bound.length(column);
            out.bytes(bound.bytes(), start, length);
            if (numbers[column]) {
                boolean isNeverTold = isWholeNumber(bound.bytes(), start, length);
                out.number(isNeverTold ? 0 : row.columnOf(bound.tableColumn(column)));
            }
        }
    }

    /** Goes to the next record. */
    public void read(byte[] block, Unpacking in) {
        bytes = block;
        file = (int) in.number();
        position = in.number();
        idLength = (int) in.number();
        idStart = in.at();
        in.skip(idLength);
        for (int column = 0; column < numbers.length; column++) {
            lengths[column] = (int) in.number();
            starts[column] = in.at();
            in.skip(lengths[column]);
            columnsInLine[column] = numbers[column] ? (int) in.number() : 0;
        }
    }

    public int file() {
        return file;
    }

    public long position() {
        return position;
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

    /** True for a blank value and one of up to 15 digits, which never has to be reported. */
    private static boolean isWholeNumber(byte[] bytes, int start, int length) {
        if (length > MOST_DIGITS) {
            return false;
        }
        for (int i = start; i < start + length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
