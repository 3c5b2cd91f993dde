package org.leadscore.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns chunks into rows: plain ones by cutting bytes, all others by FastCSV. One for each thread; it may wait for threads that
 * look through chunks before its own.
 */
public final class ChunkReader {

    /** Records that FastCSV is given at most before the next one is tried as a plain one. */
    private static final int MOST_ODD = 1 << 10;

    private final Table table;
    private final Row row;
    private final ParsedRow parsed;
    private final @Nullable PlainRows plainRows;

    public ChunkReader(Table table) {
        this(table, true);
    }

    /** @param cutting false to have FastCSV read every row, however plain */
    ChunkReader(Table table, boolean cutting) {
        this.table = table;
        int columns = table.header().size();
        row = new Row(columns);
        parsed = new ParsedRow(columns);
        byte[] delimiter = table.delimiter();
        plainRows = cutting && delimiter.length == 1 ? new PlainRows(delimiter[0], columns, table.headerLike()) : null;
    }

    /**
     * Reads a chunk once, its rows in the order of the file.
     *
     * @return how many rows it has, those that cannot be read included
     */
    public long read(Chunk chunk, RowHandler handler) {
        table.await(chunk);
        ChunkResult result = new ChunkResult(chunk.number());
        row.beginChunk(result);
        int from = 0;
        for (BrokenQuote broken : chunk.broken()) {
            readSegment(chunk, from, broken.start(), result, handler);
            reject(chunk.bytes(), broken, result);
            from = broken.next();
        }
        readSegment(chunk, from, chunk.end(), result, handler);
        handler.chunkEnds();
        table.done(chunk, result);
        return result.rows();
    }

    private void readSegment(Chunk chunk, int from, int to, ChunkResult result, RowHandler handler) {
        PlainRows plain = plainRows;
        if (plain == null) {
            parse(chunk.bytes(), from, to, result, handler);
        } else {
            cut(plain, chunk, from, to, result, handler);
        }
    }

    private void cut(PlainRows plain, Chunk chunk, int from, int to, ChunkResult result, RowHandler handler) {
        byte[] bytes = chunk.bytes().length < to + PlainRows.ROOM
                ? Arrays.copyOf(chunk.bytes(), to + PlainRows.ROOM)
                : chunk.bytes();
        int quote = chunk.hasQuotes() ? -1 : to;
        int odd = 1;
        int at = from;
        while (at < to) {
            if (quote < at) {
                quote = Lines.indexOf(QuoteScan.QUOTE, bytes, at, to);
            }
            if (plain.cut(bytes, at, to, quote, row.starts(), row.lengths())) {
                if (plain.end() > at) {
                    result.countRow();
                    row.takePlain(bytes, plain.end(), result.lines() + 1);
                    handler.row(row);
                    odd = 1;
                }
                result.countLines(1);
                at = plain.next();
            } else {
                int end = plain.behindRecords(bytes, at, to, odd);
                parse(bytes, at, end, result, handler);
                at = end;
                odd = Math.min(2 * odd, MOST_ODD); // where odd ones follow each other, FastCSV is started more rarely
            }
        }
    }

    private void parse(byte[] bytes, int from, int to, ChunkResult result, RowHandler handler) {
        if (from == to) {
            return;
        }
        SegmentText segment = SegmentText.decode(bytes, from, to);
        parsed.beginSegment(segment);
        RowParser parser = new RowParser(parsed, row, handler, result, table.headerLike(), table.encoding());
        try (CsvReader<Row> reader = CsvReader.builder()
                .fieldSeparator(table.tableHeader().delimiter())
                .build(parser, segment.text())) {
            drain(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        result.countLines(parser.lines());
    }

    /** The parser keeps every row to itself, so that asking for the first one reads them all. */
    private static void drain(CsvReader<Row> reader) {
        try {
            if (reader.iterator().hasNext()) {
                throw new IllegalStateException("a row got past the handler");
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof RuntimeException thrownByHandler) {
                throw thrownByHandler;
            }
            if (e.getCause() instanceof Error thrownByHandler) {
                throw thrownByHandler;
            }
            throw e;
        }
    }

    private static void reject(byte[] bytes, BrokenQuote broken, ChunkResult result) {
        String raw = Lines.text(bytes, broken.start(), broken.end());
        int column = Lines.column(bytes, broken.start(), broken.at());
        result.countRow();
        result.reject(result.lines() + 1, column, broken.reason(), raw);
        result.countLines(Lines.count(bytes, broken.start(), broken.next()));
    }
}
