package org.leadscore.ingest.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.problem.Place;

/**
 * Some rows of a chunk, column by column: the starts of all their first fields, then those of all second ones, so that a loop
 * can go through a column. All fields are slices of the same UTF-8. A {@code ChunkReader} fills it again and again and hands
 * it to a {@link RowHandler}: it is valid only until the handler returns.
 */
public final class RowBlock {

    /** In place of the number of fields of a row: as many as the header has. */
    public static final int COMPLETE = -1;

    /** The most rows of a block. */
    public static final int MOST_ROWS = 1 << 9;

    /** The most fields of a block, about, so that blocks of wide tables stay in the cache. */
    private static final int MOST_FIELDS = 1 << 13;

    private static final int FEWEST_ROWS = 1 << 5;

    /** The most fields of a block of few rows, which bounds its memory; a single row may have more. */
    private static final int MOST_FIELDS_OF_FEW = 1 << 17;

    private final int columns; // fields of each row
    private final int columnsOfFile; // those that stand in the file; the others are made
    private final int[] madeOf; // by made column: the column of the file in which its value stands, or below 0
    private final PlaceUnit unit; // of the columns of places
    private final int room; // rows that fit
    private final int[] starts; // by column and row: of the text in bytes
    private final int[] lengths; // by column and row, in bytes
    private final int[] lines; // by row: in the chunk, from 1
    private final long[] numbers; // by row: in the chunk, from 1
    private final int[] ends; // by plain row: behind its last byte
    private final Row row = new Row(this); // the view that row turns
    private final @Nullable ParsedPlaces places; // null for plain rows
    private ChunkResult result = new ChunkResult(0); // of the chunk
    private byte[] bytes = {}; // those of the chunk, or the texts of parsed rows
    private byte[] wide = {}; // those of the chunk, with room for made values behind them
    private int end; // of the chunk's bytes that its rows may be cut from
    private int used; // bytes of parsed rows, or of the chunk, and of made values
    private int size; // rows so far

    /** The places of parsed rows in their segments, as their text may differ from that of the file. */
    private static final class ParsedPlaces {

        private final SegmentText[] segments; // by row
        private final int[] fields; // by column and row: start in the segment, in chars
        private final int[] starts; // by row: start in the segment, in chars
        private final int[] ends; // by row: end in the segment, in chars
        private final int[] fieldsOfOdd; // by row: number of fields where it is not the header's, or COMPLETE
        private final String[] reasons; // by row with too few or too many: why it is rejected if it counts
        private final int[] placesOfOdd; // by such row: the place of that in the segment, in chars

        ParsedPlaces(int columns, int room) {
            segments = new SegmentText[room];
            fields = new int[columns * room];
            starts = new int[room];
            ends = new int[room];
            fieldsOfOdd = new int[room];
            reasons = new String[room];
            placesOfOdd = new int[room];
        }

        void move(int from, int to, int columns, int room) {
            segments[to] = segments[from];
            for (int column = 0; column < columns; column++) {
                fields[column * room + to] = fields[column * room + from];
            }
            starts[to] = starts[from];
            ends[to] = ends[from];
            fieldsOfOdd[to] = fieldsOfOdd[from];
            reasons[to] = reasons[from];
            placesOfOdd[to] = placesOfOdd[from];
        }
    }

    private RowBlock(int columnsOfFile, int[] madeOf, boolean parsed, PlaceUnit unit) {
        this.unit = unit;
        this.columnsOfFile = columnsOfFile;
        this.madeOf = madeOf;
        columns = columnsOfFile + madeOf.length;
        int fewest = Math.max(1, Math.min(FEWEST_ROWS, MOST_FIELDS_OF_FEW / columns));
        room = Math.max(fewest, Math.min(MOST_ROWS, MOST_FIELDS / columns));
        starts = new int[columns * room];
        lengths = new int[columns * room];
        lines = new int[room];
        numbers = new long[room];
        ends = new int[room];
        places = parsed ? new ParsedPlaces(columnsOfFile, room) : null;
    }

    /**
     * Makes a block for rows that are slices of their chunk.
     *
     * @param columns of the file
     * @param madeOf by made column, the column of the file in which its value stands, or below 0
     * @param unit of the columns of places
     */
    public static RowBlock ofPlain(int columns, int[] madeOf, PlaceUnit unit) {
        return new RowBlock(columns, madeOf, false, unit);
    }

    /** Makes a block for rows that FastCSV has parsed; its parameters are those of {@link #ofPlain}. */
    public static RowBlock ofParsed(int columns, int[] madeOf, PlaceUnit unit) {
        return new RowBlock(columns, madeOf, true, unit);
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The number of fields of each row, those that are made included. */
    public int columns() {
        return columns;
    }

    /** The number of fields of each row that stand in the file; they come first. */
    int columnsOfFile() {
        return columnsOfFile;
    }

    /** The index in {@link #starts} and {@link #lengths} at which a column begins: its fields follow, one for each row. */
    public int first(int column) {
        return column * room;
    }

    /** The array that holds the fields' bytes, in UTF-8; for reading only, as the arrays of the other methods. */
    public byte[] bytes() {
        return bytes;
    }

    /** The starts of the fields' texts in {@link #bytes}, quotes taken off. */
    public int[] starts() {
        return starts;
    }

    /** The lengths of the fields' texts, in bytes. */
    public int[] lengths() {
        return lengths;
    }

    /** Turns the block's one view to a row, from 0, and returns it. */
    public Row row(int index) {
        row.turnTo(index);
        return row;
    }

    /** True when the block holds no row. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** True when the block has room for no further row. */
    public boolean isFull() {
        return size == room;
    }

    int room() {
        return room;
    }

    int line(int index) {
        return lines[index];
    }

    long number(int index) {
        return numbers[index];
    }

    /** The result of the chunk that its rows are of. */
    public ChunkResult result() {
        return result;
    }

    /**
     * Empties the block and prepares it for rows of a chunk and its bytes.
     *
     * @param chunkEnd behind the last byte that a row may be cut from
     */
    public void begin(ChunkResult chunk, byte[] chunkBytes, int chunkEnd) {
        result = chunk;
        if (places == null) {
            bytes = chunkBytes;
            end = chunkEnd;
        }
        clear();
    }

    /** Forgets all rows. */
    public void clear() {
        size = 0;
        used = end;
    }

    /**
     * Puts a text behind those of the rows, for made values, and returns its start; {@link #bytes} may be another array
     * afterwards. The text is kept until the block is cleared.
     */
    public int append(byte[] text) {
        if (places == null && bytes != wide) { // others look at the chunk's bytes
            wide = wide.length > end + text.length ? wide : new byte[twice(end + text.length)];
            System.arraycopy(bytes, 0, wide, 0, end);
            bytes = wide;
        }
        if (used + text.length + PlainRows.ROOM > bytes.length) {
            bytes = Arrays.copyOf(bytes, twice(Math.addExact(used, text.length + PlainRows.ROOM)));
            wide = places == null ? bytes : wide;
        }
        System.arraycopy(text, 0, bytes, used, text.length);
        used += text.length;
        return used - text.length;
    }

    private static int twice(int length) {
        return (int) Math.min(Integer.MAX_VALUE - Long.BYTES, 2L * length);
    }

    /**
     * The number of fields of a row that has too few or too many and is only here to be looked at; {@link #COMPLETE} for all
     * others.
     */
    public int fieldsOfOdd(int index) {
        return places == null ? COMPLETE : places.fieldsOfOdd[index];
    }

    /** Notes that such a row does not count: a footer goes on behind it. To be called like {@link #rejectOdd}. */
    public void passOdd(int index) {
        result.passInFooter(lines[index]);
    }

    /**
     * Rejects a row that has too few or too many fields, or takes it for a line of a footer. To be called before later lines are
     * looked at, as a footer is told by the line before.
     */
    public void rejectOdd(int index) {
        if (places != null) {
            int column = unit == PlaceUnit.CELLS
                    ? Math.min(places.fieldsOfOdd[index], columnsOfFile + 1)
                    : places.segments[index].column(places.placesOfOdd[index]);
            if (!result.takeFooter(lines[index], column, places.reasons[index], raw(index))) {
                result.reject(lines[index], column, places.reasons[index], raw(index));
            }
        }
    }

    /** Puts a row in the place of another one further up. */
    public void move(int from, int to) {
        if (from == to) {
            return;
        }
        for (int column = 0; column < columns; column++) {
            int first = column * room;
            starts[first + to] = starts[first + from];
            lengths[first + to] = lengths[first + from];
        }
        lines[to] = lines[from];
        numbers[to] = numbers[from];
        ends[to] = ends[from];
        if (places != null) {
            places.move(from, to, columnsOfFile, room);
        }
    }

    /** Keeps so many of the first rows, and forgets all others. */
    public void keep(int rows) {
        size = rows;
    }

    /** Counts a row that is odd. */
    public void note(Oddities.Kind kind, int index) {
        result.note(kind, ChunkResult.ROW, lines[index], () -> 1);
    }

    /** Counts something odd in a field of a row. */
    public void note(Oddities.Kind kind, int index, int column) {
        result.note(kind, column, lines[index], () -> columnOf(index, column));
    }

    /** Takes a row of one line; the places of its fields have been written to {@link #starts} and {@link #lengths} before. */
    public void addPlain(int end, int line) {
        ends[size] = end;
        add(line);
    }

    /** Takes a row that has the right number of fields. */
    public void addParsed(ParsedRow parsed) {
        if (places == null) {
            throw new IllegalStateException("a parsed row among plain ones");
        }
        byte[] text = parsed.utf8(starts, lengths, size, room);
        if (used + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + text.length));
        }
        System.arraycopy(text, 0, bytes, used, text.length);
        for (int column = 0; column < columnsOfFile; column++) {
            int at = first(column) + size;
            starts[at] += used;
            places.fields[at] = parsed.fieldStart(column);
        }
        used += text.length;
        places.segments[size] = parsed.segment();
        places.starts[size] = parsed.start();
        places.ends[size] = parsed.end();
        places.fieldsOfOdd[size] = parsed.fieldsOfOdd();
        places.reasons[size] = parsed.reasonOfOdd();
        places.placesOfOdd[size] = parsed.placeOfOdd();
        add(parsed.line());
    }

    /**
     * Counts the ids of a column that look like numbers which a spreadsheet has rounded, as {@code 4.9E+11}. Looks at the
     * last bytes of each.
     */
    public void noteRounded(int column) {
        int at = first(column);
        for (int i = 0; i < size; i++) {
            if (RoundedNumber.is(bytes, starts[at + i], lengths[at + i])) {
                note(Oddities.Kind.ROUNDED_ID, i, column);
            }
        }
    }

    private void add(int line) {
        lines[size] = line;
        numbers[size] = result.rows();
        size++;
    }

    /**
     * The column at which a field begins in its physical line, in characters from 1, or of a sheet its number; 0 where it is not
     * known. Looked up anew on each call.
     */
    int columnOf(int index, int column) {
        return unit == PlaceUnit.NONE ? Place.UNKNOWN : columnInText(index, column);
    }

    /** The column at which a field begins in its physical line of the text that is read, in characters from 1. */
    int columnInText(int index, int column) {
        int field = column < columnsOfFile ? column : madeOf[column - columnsOfFile];
        if (field < 0) {
            return 1; // the row, as the value stands nowhere in it
        }
        if (unit == PlaceUnit.CELLS) {
            return field + 1;
        }
        int at = first(field) + index;
        return places == null
                ? Lines.column(bytes, starts[index], starts[at])
                : places.segments[index].column(places.fields[at]);
    }

    /** The row as it stands in the file, undecodable bytes as U+FFFD. */
    String raw(int index) {
        return places == null
                ? Lines.text(bytes, starts[index], ends[index])
                : places.segments[index].raw(places.starts[index], places.ends[index]);
    }

    String text(int index, int column) {
        int at = first(column) + index;
        return new String(bytes, starts[at], lengths[at], UTF_8);
    }
}
