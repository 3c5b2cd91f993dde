package org.leadscore.engine.parts;

import java.util.function.IntUnaryOperator;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.score.match.Fields;

/**
 * A row that was set aside: its place, the id of its lead, and the columns that are asked for. A view of one record
 * after another, written by {@link ContactSpill} and {@link EventSpill}. Not thread-safe.
 */
final class SpilledRow implements Fields {

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
    SpilledRow(boolean[] numbers) {
        this.numbers = numbers.clone();
        this.starts = new int[numbers.length];
        this.lengths = new int[numbers.length];
        this.columnsInLine = new int[numbers.length];
    }

    /**
     * Writes a row.
     *
     * @param file the number of the file in its source
     * @param position of the row in its file
     * @param places by column, the place of its value in the line; asked only for values that may have to be reported
     */
    static void pack(
            int file,
            long position,
            byte[] id,
            int idStart,
            int idLength,
            Fields row,
            boolean[] numbers,
            IntUnaryOperator places,
            Packing out) {
        out.number(file);
        out.number(position);
        out.bytes(id, idStart, idLength);
        for (int column = 0; column < numbers.length; column++) {
            int start = row.start(column);
            int length = row.length(column);
            out.bytes(row.bytes(), start, length);
            if (numbers[column]) {
                out.number(isWholeNumber(row.bytes(), start, length) ? 0 : places.applyAsInt(column));
            }
        }
    }

    /** Goes to the next record. */
    void read(byte[] block, Unpacking in) {
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

    int file() {
        return file;
    }

    long position() {
        return position;
    }

    int idStart() {
        return idStart;
    }

    int idLength() {
        return idLength;
    }

    int columnInLine(int column) {
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
