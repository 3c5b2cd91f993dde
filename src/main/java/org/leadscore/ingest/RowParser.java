package org.leadscore.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes FastCSV's calls for the lines of one segment, none of which has a broken quote. Yields no records of its own. */
final class RowParser extends AbstractBaseCsvCallbackHandler<ParsedRow> {

    private final ParsedRow parsed;
    private final Consumer<ParsedRow> rows;
    private final ChunkResult result;
    private final HeaderLike headerLike;
    private final String encoding;
    private final int columns;
    private final int linesBefore;
    private final int[] keyShapes;
    private int line;
    private boolean hasKey;

    RowParser(ParsedRow parsed, Consumer<ParsedRow> rows, ChunkResult result, HeaderLike headerLike, String encoding) {
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

    /** How many physical lines were parsed, once they all have been. */
    int lines() {
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
        } else if (kind == HeaderLike.Kind.HEADER_AGAIN) {
            reject(parsed.columnOf(0), "the header again");
        } else {
            rows.accept(parsed);
        }
        return null;
    }

    /** Never false for the key as the header has it, stripped or not, nor where a byte order mark stands before it. */
    private boolean mayBeKey(char first, int length) {
        int shape = shape(first, length);
        boolean mayBe = first == HeaderLike.MARK;
        for (int key : keyShapes) {
            mayBe |= shape == key;
        }
        return mayBe;
    }

    /** First character and length in one number, so that nearly always one comparison tells two texts apart. */
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
