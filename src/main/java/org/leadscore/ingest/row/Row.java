package org.leadscore.ingest.row;

import org.leadscore.lead.Text;

/**
 * A row with as many fields as the header has names, each a slice of UTF-8. A view of one row of a block, and valid only as
 * long as that is.
 */
public final class Row {

    private final RowBlock block;
    private int index; // of the row in the block
    private boolean rejected; // true when the row was made a reject

    Row(RowBlock block) {
        this.block = block;
    }

    void turnTo(int row) {
        index = row;
        rejected = false;
    }

    /** The number of fields, those that are made included. */
    public int size() {
        return block.columns();
    }

    /** The array that holds the fields' bytes, in UTF-8; for reading only. */
    public byte[] bytes() {
        return block.bytes();
    }

    /** The start of the field's text in {@link #bytes}, its quotes taken off. */
    public int start(int column) {
        return block.starts()[block.first(column) + index];
    }

    /** The length of the field's text, in bytes. */
    public int length(int column) {
        return block.lengths()[block.first(column) + index];
    }

    /** Decodes the field's text, its quotes taken off; blanks around it are kept. */
    public String text(int column) {
        return block.text(index, column);
    }

    /** True when every field that stands in the file is blank. */
    public boolean isBlank() {
        for (int column = 0; column < block.columnsOfFile(); column++) {
            if (!Text.isBlank(text(column))) {
                return false;
            }
        }
        return true;
    }

    /** The position of the row in its table, by which rows are ordered; {@code Table.lineOf} turns it into a line. */
    public long position() {
        return (long) block.result().number() << Integer.SIZE | block.line(index);
    }

    /** The number of the row in its chunk, from 1; rejects are counted too. */
    public long numberInChunk() {
        return block.number(index);
    }

    /**
     * The column at which the field begins in its physical line, in characters from 1; 0 where it is not known. Looked up anew on
     * each call.
     */
    public int columnOf(int field) {
        return block.columnOf(index, field);
    }

    /** Makes this row a reject, by a reason that one of its fields gives. Only the first reason is kept. */
    public void reject(int field, String reason) {
        if (!rejected) {
            rejected = true;
            block.result().reject(block.line(index), block.columnInText(index, field), reason, block.raw(index));
        }
    }
}
