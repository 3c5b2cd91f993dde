package org.leadscore.ingest.row;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes FastCSV's calls for the lines of one segment, none of which has a broken quote. Rows go to a consumer or become
 * rejects; FastCSV gets no records back.
 */
public final class RowParser extends AbstractBaseCsvCallbackHandler<ParsedRow> {

    private final ParsedRow parsed; // the row that is being parsed
    private final Consumer<ParsedRow> rows; // takes those that can be read
    private final ChunkResult result; // takes rejects and counts
    private final HeaderLike headerLike;
    private final String encoding; // of the file, for messages
    private final int columns; // of the header
    private final int linesBefore; // of the chunk, before this segment
    private final int[] keyShapes; // by shape of a header's key, see shape
    private int line; // in the segment, from 1, of the newest record
    private boolean hasKey; // true when a cell of the row may be a header's key

    /** Hands the rows of one segment to the handler. */
    public RowParser(
            ParsedRow parsed, Consumer<ParsedRow> rows, ChunkResult result, HeaderLike headerLike, String encoding) {
        this.parsed = parsed;
        this.rows = rows;
        this.result = result;
        this.headerLike = headerLike;
        this.encoding = encoding;
        columns = headerLike.names().size();
        linesBefore = result.lines();
        HeaderLike.Shape[] keys = headerLike.shapes();
        keyShapes = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keyShapes[i] = shape(keys[i].first(), keys[i].length());
        }
    }

    /** Number of physical lines of the segment; known once all have been parsed. */
    public int lines() {
        return line - 1;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = (int) startingLine;
        parsed.begin(linesBefore + line);
        hasKey = false;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        parsed.add(field, buffer, offset, length);
        hasKey |= mayBeKey(buffer[offset], length);
    }

    @Override
    protected @Nullable ParsedRow buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        parsed.end(getFieldCount());
        HeaderLike.Kind kind = hasKey ? headerLike.of(cells()) : HeaderLike.Kind.ROW;
        if (kind == HeaderLike.Kind.SECOND_TABLE) {
            result.noteSecondTable(parsed.line());
            return null;
        }
        result.countRow();
        int undecodable = parsed.undecodable();
        if (undecodable > 0) {
            reject(undecodable, "bytes that are not " + encoding);
        } else if (parsed.size() != columns) {
            reject(parsed.size() > columns ? parsed.columnOf(columns) : parsed.columnOfEnd(), wrongNumber());
        } else {
            switch (kind) {
                case ROW -> rows.accept(parsed);
                case HEADER_AGAIN -> reject(parsed.columnOf(0), "the header again");
                case SECOND_TABLE -> throw new IllegalStateException("such a row is no row of this table");
            }
        }
        return null;
    }

    /**
     * True when a cell of this first character and length may be a header's key. Never false for the key as the header has
     * it, stripped or not, nor where a byte order mark stands before it.
     */
    private boolean mayBeKey(char first, int length) {
        int shape = shape(first, length);
        boolean mayBe = first == HeaderLike.MARK;
        for (int key : keyShapes) {
            mayBe |= shape == key;
        }
        return mayBe;
    }

    /** Puts first character and length in one number, so that nearly always one comparison tells two texts apart. */
    private static int shape(char first, int length) {
        return length << Character.SIZE | first;
    }

    private void reject(int column, String reason) {
        result.reject(parsed.line(), column, reason, parsed.raw());
    }

    private String wrongNumber() {
        return parsed.size() + (parsed.size() == 1 ? " field" : " fields") + ", the header has " + columns;
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            cells.add(parsed.text(i));
        }
        return cells;
    }
}
