package org.leadscore.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes FastCSV's calls for the lines of one segment, none of which has a broken quote. Yields no records of its own. */
final class RowParser extends AbstractBaseCsvCallbackHandler<Row> {

    private final Row row;
    private final RowHandler handler;
    private final ChunkResult result;
    private final HeaderLike headerLike;
    private final String encoding;
    private final int columns;
    private final int linesBefore;
    private final int keyShape;
    private final int paddedShape;
    private int line;
    private boolean hasKey;

    RowParser(Row row, RowHandler handler, ChunkResult result, HeaderLike headerLike, String encoding) {
        this.row = row;
        this.handler = handler;
        this.result = result;
        this.headerLike = headerLike;
        this.encoding = encoding;
        columns = headerLike.names().size();
        linesBefore = result.lines();
        keyShape = shape(headerLike.key());
        paddedShape = shape(headerLike.paddedKey());
    }

    /** How many physical lines were parsed, once they all have been. */
    int lines() {
        return line - 1;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = (int) startingLine;
        row.begin(linesBefore + line);
        hasKey = false;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        row.add(field, buffer, offset, length);
        hasKey |= mayBeKey(buffer[offset], length);
    }

    @Override
    protected @Nullable Row buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        row.end(getFieldCount());
        HeaderLike.Kind kind = hasKey ? headerLike.of(cells()) : HeaderLike.Kind.ROW;
        if (kind == HeaderLike.Kind.SECOND_TABLE) {
            result.noteSecondTable(row.line());
            return null;
        }
        result.countRow();
        int undecodable = row.undecodable();
        if (undecodable >= 0) {
            row.rejectAt(undecodable, "bytes that are not " + encoding);
        } else if (row.size() != columns) {
            row.rejectAt(row.size() > columns ? row.fieldStart(columns) : row.end(), wrongNumber());
        } else if (kind == HeaderLike.Kind.HEADER_AGAIN) {
            row.reject(0, "the header again");
        } else {
            handler.row(row);
        }
        return null;
    }

    /** Never false for the key as the header has it, stripped or not, nor where a byte order mark stands before it. */
    private boolean mayBeKey(char first, int length) {
        int shape = shape(first, length);
        return shape == keyShape || shape == paddedShape || first == HeaderLike.MARK;
    }

    /** First character and length in one number, so that nearly always one comparison tells two texts apart. */
    private static int shape(char first, int length) {
        return length << Character.SIZE | first;
    }

    private static int shape(String text) {
        return shape(text.charAt(0), text.length());
    }

    private String wrongNumber() {
        return row.size() + (row.size() == 1 ? " field" : " fields") + ", the header has " + columns;
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.text(i));
        }
        return cells;
    }
}
