package org.leadscore.engine;

import java.util.function.IntUnaryOperator;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.score.Fields;

/**
 * A row that was set aside: where it stood, the id of its lead, and the columns that are asked for. A view of one record
 * after another. Not thread-safe.
 */
final class SpilledRow implements Fields {

    private static final int MOST_DIGITS = 15;

    private final boolean[] numbers;
    private final int[] starts;
    private final int[] lengths;
    private final int[] columnsInLine;
    private byte[] bytes = {};
    private int file;
    private long position;
    private int idStart;
    private int idLength;

    /** @param numbers by column, whether its values should be numbers, and have to be told where they stand if they are none */
    SpilledRow(boolean[] numbers) {
        this.numbers = numbers.clone();
        this.starts = new int[numbers.length];
        this.lengths = new int[numbers.length];
        this.columnsInLine = new int[numbers.length];
    }

    /**
     * Writes a row.
     *
     * @param places by column, where it begins in its line; asked only for values that may have to be told
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

    /** Nothing is ever to be told of a blank value, nor of one that is but a few digits. */
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
