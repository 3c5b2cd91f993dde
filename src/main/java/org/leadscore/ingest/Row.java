package org.leadscore.ingest;

import java.util.Arrays;

/**
 * A row with as many fields as the header has names. A view that changes with every row: valid only until the handler
 * returns.
 */
public final class Row {

    private char[] chars = new char[0];
    private int[] starts;
    private int[] lengths;
    private int size;
    private SegmentText segment = new SegmentText("", false);
    private ChunkResult result;
    private int line;
    private boolean rejected;

    Row(int columns) {
        starts = new int[columns];
        lengths = new int[columns];
        result = new ChunkResult(0);
    }

    /** The number of fields. */
    public int size() {
        return size;
    }

    /** Where the fields' characters are; for reading only. */
    public char[] chars() {
        return chars;
    }

    /** Of the field's text in {@link #chars}, its quotes taken off. */
    public int start(int column) {
        return starts[column];
    }

    /** Of the field's text, in chars. */
    public int length(int column) {
        return lengths[column];
    }

    public String text(int column) {
        return new String(chars, starts[column], lengths[column]);
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
        return segment.column(fieldStart(field));
    }

    /** Makes this row a reject, for what is wrong with one of its fields. Only the first reason is kept. */
    public void reject(int field, String reason) {
        rejectAt(fieldStart(field), reason);
    }

    void beginSegment(SegmentText text, ChunkResult chunk) {
        segment = text;
        result = chunk;
    }

    void begin(int lineInChunk) {
        line = lineInChunk;
        rejected = false;
    }

    /** Takes the next field. The characters of all fields of a segment are in the same array. */
    void add(int field, char[] buffer, int start, int length) {
        if (field == starts.length) {
            starts = Arrays.copyOf(starts, 2 * field);
            lengths = Arrays.copyOf(lengths, 2 * field);
        }
        if (field == 0) {
            chars = buffer;
        }
        starts[field] = start;
        lengths[field] = length;
    }

    void end(int fields) {
        size = fields;
    }

    void rejectAt(int at, String reason) {
        if (!rejected) {
            rejected = true;
            result.reject(line, segment.column(at), reason, segment.raw(fieldStart(0), end()));
        }
    }

    /** Of the field in its segment, the quote included. */
    int fieldStart(int field) {
        return isQuoted(field) ? starts[field] - 1 : starts[field];
    }

    /** Of the row in its segment. */
    int end() {
        int last = size - 1;
        if (!isQuoted(last)) {
            return starts[last] + lengths[last];
        }
        String text = segment.text();
        int quote = text.indexOf('"', starts[last]);
        while (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            quote = text.indexOf('"', quote + 2);
        }
        return quote + 1;
    }

    /** Where undecodable bytes stand in the row; -1 when there are none. */
    int undecodable() {
        return segment.marked() ? segment.undecodable(fieldStart(0), end()) : -1;
    }

    int line() {
        return line;
    }

    private boolean isQuoted(int field) {
        return starts[field] > 0 && segment.text().charAt(starts[field] - 1) == '"';
    }
}
