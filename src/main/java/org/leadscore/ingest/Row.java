package org.leadscore.ingest;

/**
 * A row with as many fields as the header has names, each a slice of UTF-8. A view of one row of a block, and valid only as
 * long as that is.
 */
public final class Row {

    private final RowBlock block;
    private int index;
    private boolean rejected;

    Row(RowBlock block) {
        this.block = block;
    }

    void turnTo(int row) {
        index = row;
        rejected = false;
    }

    /** The number of fields. */
    public int size() {
        return block.columns();
    }

    /** Where the fields' bytes are; for reading only. */
    public byte[] bytes() {
        return block.bytes();
    }

    /** Of the field's text in {@link #bytes}, its quotes taken off. */
    public int start(int column) {
        return block.starts()[block.first(column) + index];
    }

    /** Of the field's text, in bytes. */
    public int length(int column) {
        return block.lengths()[block.first(column) + index];
    }

    public String text(int column) {
        return block.text(index, column);
    }

    /** Orders the rows of a table; {@link Table#lineOf} turns it into a line. */
    public long position() {
        return (long) block.result().number() << Integer.SIZE | block.line(index);
    }

    /** Which row of its chunk it is, from 1; rows that cannot be read have their numbers too. */
    public long numberInChunk() {
        return block.number(index);
    }

    /** Where the field begins in its physical line, in characters from 1. Looked up anew on each call. */
    public int columnOf(int field) {
        return block.columnOf(index, field);
    }

    /** Makes this row a reject, for what is wrong with one of its fields. Only the first reason is kept. */
    public void reject(int field, String reason) {
        if (!rejected) {
            rejected = true;
            block.result().reject(block.line(index), columnOf(field), reason, block.raw(index));
        }
    }
}
