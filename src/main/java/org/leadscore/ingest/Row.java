package org.leadscore.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * A row with as many fields as the header has names, each a slice of UTF-8. A view that changes with every row: valid only
 * until the handler returns. Its bytes stay as they are until the chunk ends.
 */
public final class Row {

    private final int[] starts;
    private final int[] lengths;
    private byte[] bytes = new byte[0];
    private int end;
    private ChunkResult result = new ChunkResult(0);
    private int line;
    private boolean rejected;
    private @Nullable ParsedRow parsed;

    Row(int columns) {
        starts = new int[columns];
        lengths = new int[columns];
    }

    /** The number of fields. */
    public int size() {
        return starts.length;
    }

    /** Where the fields' bytes are; for reading only. */
    public byte[] bytes() {
        return bytes;
    }

    /** Of the field's text in {@link #bytes}, its quotes taken off. */
    public int start(int column) {
        return starts[column];
    }

    /** Of the field's text, in bytes. */
    public int length(int column) {
        return lengths[column];
    }

    public String text(int column) {
        return new String(bytes, starts[column], lengths[column], UTF_8);
    }

    /** Orders the rows of a table; {@link Table#lineOf} turns it into a line. */
    public long position() {
        return (long) result.number() << Integer.SIZE | line;
    }

    /** Which row of its chunk it is, from 1; rows that cannot be read have their numbers too. */
    public long numberInChunk() {
        return result.rows();
    }

    /** Where the field begins in its physical line, in characters from 1. Looked up anew on each call. */
    public int columnOf(int field) {
        ParsedRow of = parsed;
        return of == null ? Lines.column(bytes, starts[0], starts[field]) : of.columnOf(field);
    }

    /** Makes this row a reject, for what is wrong with one of its fields. Only the first reason is kept. */
    public void reject(int field, String reason) {
        if (!rejected) {
            rejected = true;
            ParsedRow of = parsed;
            String raw = of == null ? Lines.text(bytes, starts[0], end) : of.raw();
            result.reject(line, columnOf(field), reason, raw);
        }
    }

    void beginChunk(ChunkResult chunk) {
        result = chunk;
    }

    int[] starts() {
        return starts;
    }

    int[] lengths() {
        return lengths;
    }

    /** From now on it is the row of one line, whose fields have been put into {@link #starts} and {@link #lengths}. */
    void takePlain(byte[] chunk, int rowEnd, int lineInChunk) {
        bytes = chunk;
        end = rowEnd;
        line = lineInChunk;
        rejected = false;
        parsed = null;
    }

    /** From now on it is this row, which has the right number of fields. */
    void take(ParsedRow row) {
        bytes = row.utf8(starts, lengths);
        line = row.line();
        rejected = false;
        parsed = row;
    }
}
