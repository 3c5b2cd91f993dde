package org.leadscore.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A row as FastCSV gives it: slices of a segment's characters. A view that changes with every row. */
final class ParsedRow {

    private char[] chars = new char[0];
    private int[] starts;
    private int[] lengths;
    private int size;
    private SegmentText segment = new SegmentText("", false);
    private int line;

    ParsedRow(int columns) {
        starts = new int[columns];
        lengths = new int[columns];
    }

    void beginSegment(SegmentText text) {
        segment = text;
    }

    void begin(int lineInChunk) {
        line = lineInChunk;
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

    /** The number of fields. */
    int size() {
        return size;
    }

    int line() {
        return line;
    }

    String text(int field) {
        return new String(chars, starts[field], lengths[field]);
    }

    /**
     * The fields' texts as UTF-8, one behind the other; notes where each is.
     *
     * @param first where in the arrays the first field's place is; those of the others follow, each {@code step} further
     */
    byte[] utf8(int[] byteStarts, int[] byteLengths, int first, int step) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < size; i++) {
            all.append(chars, starts[i], lengths[i]);
        }
        byte[] bytes = all.toString().getBytes(UTF_8);
        boolean isAscii = bytes.length == all.length();
        int at = 0;
        for (int i = 0; i < size; i++) {
            int length = isAscii ? lengths[i] : text(i).getBytes(UTF_8).length;
            byteStarts[first + i * step] = at;
            byteLengths[first + i * step] = length;
            at += length;
        }
        return bytes;
    }

    SegmentText segment() {
        return segment;
    }

    /** Where the field begins in its physical line, in characters from 1, the quote included. */
    int columnOf(int field) {
        return segment.column(fieldStart(field));
    }

    /** Where the row ends in its last physical line, in characters from 1. */
    int columnOfEnd() {
        return segment.column(end());
    }

    /** The row as it stands in the file, undecodable bytes as U+FFFD. */
    String raw() {
        return segment.raw(fieldStart(0), end());
    }

    /** In which column of its physical line undecodable bytes stand; 0 when there are none. */
    int undecodable() {
        int at = segment.marked() ? segment.undecodable(fieldStart(0), end()) : -1;
        return at < 0 ? 0 : segment.column(at);
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

    private boolean isQuoted(int field) {
        return starts[field] > 0 && segment.text().charAt(starts[field] - 1) == '"';
    }
}
