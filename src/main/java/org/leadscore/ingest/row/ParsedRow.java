package org.leadscore.ingest.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.leadscore.lead.Text;

/**
 * A row as FastCSV gives it: slices of a segment's characters. {@link RowParser} fills it again for every row, and
 * {@link RowBlock#addParsed} copies from it.
 */
public final class ParsedRow {

    private char[] chars = new char[0]; // of the segment
    private int[] starts; // by field: of its text, in chars
    private int[] lengths; // by field: of its text, in chars
    private int[] places; // by field: of its beginning in the parsed text, the quote included, in chars
    private int size; // number of fields
    private int last; // start of the last field that FastCSV gave, behind its quote
    private int lengthOfLast; // of it, where it is not quoted
    private boolean lastIsQuoted;
    private final boolean isOfSheet;
    private SegmentText segment = SegmentText.empty();
    private int line; // within the chunk, from 1
    private int fieldsOfOdd = RowBlock.COMPLETE; // number of fields, where it is not that of the header
    private String reasonOfOdd = ""; // why the row is rejected then, if it counts
    private int placeOfOdd; // the place of that in its segment, in chars

    /**
     * Holds rows of so many columns.
     *
     * @param isOfSheet true when the column of a place is the number of a cell, and not that of a character
     */
    public ParsedRow(int columns, boolean isOfSheet) {
        this.isOfSheet = isOfSheet;
        starts = new int[columns];
        lengths = new int[columns];
        places = new int[columns];
    }

    /** Takes the rows that follow from this text. */
    public void beginSegment(SegmentText text) {
        segment = text;
    }

    void begin(int lineInChunk) {
        line = lineInChunk;
        fieldsOfOdd = RowBlock.COMPLETE;
        reasonOfOdd = "";
    }

    /** Takes the next field. The characters of all fields of a segment are in the same array. */
    void add(int field, char[] buffer, int start, int length, boolean quoted) {
        if (field == starts.length) {
            starts = Arrays.copyOf(starts, 2 * field);
            lengths = Arrays.copyOf(lengths, 2 * field);
            places = Arrays.copyOf(places, 2 * field);
        }
        if (field == 0) {
            chars = buffer;
        }
        starts[field] = start;
        lengths[field] = length;
        places[field] = quoted ? start - 1 : start;
        last = start;
        lengthOfLast = length;
        lastIsQuoted = quoted;
    }

    /** Takes another text of a field that was added, from the same array. */
    void replace(int field, int start, int length) {
        starts[field] = start;
        lengths[field] = length;
    }

    void end(int fields) {
        size = fields;
    }

    /** Leaves out the fields behind so many, or adds empty ones at the row's end. */
    void resize(int columns) {
        int end = endInParsed();
        for (int field = size; field < columns; field++) {
            starts[field] = end;
            lengths[field] = 0;
            places[field] = end;
        }
        size = columns;
    }

    /** True when the row has too few or too many fields, and is only here to be looked at. */
    public boolean isOdd() {
        return fieldsOfOdd != RowBlock.COMPLETE;
    }

    /** Fills up or cuts a row that is to be rejected for this reason, unless it does not count. */
    void markOdd(int columns, String reason) {
        fieldsOfOdd = size;
        reasonOfOdd = reason;
        placeOfOdd = size > columns ? fieldStart(columns) : end();
        resize(columns);
    }

    /** The number of fields of a row that has too few or too many; {@link RowBlock#COMPLETE} for all others. */
    int fieldsOfOdd() {
        return fieldsOfOdd;
    }

    String reasonOfOdd() {
        return reasonOfOdd;
    }

    /** The place in its segment, in chars, at which its fields are too few or too many. */
    int placeOfOdd() {
        return placeOfOdd;
    }

    /** The number of fields. */
    int size() {
        return size;
    }

    int line() {
        return line;
    }

    /** True when the fields from one on are all blank, the last one included. */
    boolean isBlankFrom(int field) {
        for (int i = field; i < size; i++) {
            for (int at = starts[i]; at < starts[i] + lengths[i]; at++) {
                if (!Text.isSpace(chars[at])) {
                    return false;
                }
            }
        }
        return true;
    }

    String text(int field) {
        return new String(chars, starts[field], lengths[field]);
    }

    /**
     * Encodes the fields' texts as UTF-8, one behind the other, and writes the start and length of each to the arrays.
     *
     * @param first the index in the arrays for the first field; those of the others follow, each {@code step} further
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

    /** True when its columns are counted in cells. */
    boolean isOfSheet() {
        return isOfSheet;
    }

    SegmentText segment() {
        return segment;
    }

    /** The column at which the row begins in its physical line, in characters from 1. */
    int columnOfStart() {
        return segment.column(start());
    }

    /** The column at which the field begins in its physical line, in characters from 1, the quote included. */
    int columnOf(int field) {
        return isOfSheet ? field + 1 : segment.column(fieldStart(field));
    }

    /** The column of a place in the characters that FastCSV gave, in its physical line, in characters from 1. */
    int columnAt(int place) {
        return segment.column(segment.inFile(place));
    }

    /** The column at which the row ends in its last physical line, in characters from 1. */
    int columnOfEnd() {
        return isOfSheet ? size : segment.column(end());
    }

    /** The row as it stands in the file, undecodable bytes as U+FFFD. */
    String raw() {
        return segment.raw(start(), end());
    }

    /** The column of the first undecodable bytes in their physical line, in characters from 1; 0 when there are none. */
    int undecodable() {
        int at = segment.marked() ? segment.undecodable(start(), end()) : -1;
        return at < 0 ? 0 : segment.column(at);
    }

    /** True when blanks were left out around the quotes of a field. */
    boolean hadBlanks() {
        return !segment.omitsNothing() && segment.omittedBlank(start(), end()) >= 0;
    }

    /** The column of the first one of these blanks in its physical line, in characters from 1. */
    int columnOfBlank() {
        return segment.column(segment.omittedBlank(start(), end()));
    }

    /** True when a byte order mark was left out before the row's first quote. */
    boolean hadMark() {
        return !segment.omitsNothing() && segment.omitsMark(start());
    }

    /** The start of the row in its segment, in chars. */
    int start() {
        return segment.rowInFile(places[0]);
    }

    /** The start of the field in its segment, in chars, the quote included. */
    int fieldStart(int field) {
        return segment.inFile(places[field]);
    }

    /** The end of the row in its segment, in chars, behind the last field's quote if it has one. */
    int end() {
        return segment.inFile(endInParsed());
    }

    private int endInParsed() {
        if (!lastIsQuoted) {
            return last + lengthOfLast;
        }
        String text = segment.parsed();
        int quote = text.indexOf('"', last);
        while (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            quote = text.indexOf('"', quote + 2);
        }
        return quote + 1;
    }
}
