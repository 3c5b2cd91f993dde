package org.leadscore.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns chunks into rows. One for each thread; it may wait for threads that look through chunks before its own. */
public final class ChunkReader {

    private final Table table;
    private final Row row;

    public ChunkReader(Table table) {
        this.table = table;
        row = new Row(table.header().size());
    }

    /**
     * Reads a chunk once, its rows in the order of the file.
     *
     * @return how many rows it has, those that cannot be read included
     */
    public long read(Chunk chunk, RowHandler handler) {
        table.await(chunk);
        ChunkResult result = new ChunkResult(chunk.number());
        int from = 0;
        for (BrokenQuote broken : chunk.broken()) {
            readSegment(chunk.bytes(), from, broken.start(), result, handler);
            reject(chunk.bytes(), broken, result);
            from = broken.next();
        }
        readSegment(chunk.bytes(), from, chunk.end(), result, handler);
        table.done(chunk, result);
        return result.rows();
    }

    private void readSegment(byte[] bytes, int from, int to, ChunkResult result, RowHandler handler) {
        if (from == to) {
            return;
        }
        SegmentText segment = SegmentText.decode(bytes, from, to);
        row.beginSegment(segment, result);
        RowParser parser = new RowParser(row, handler, result, table.headerLike(), table.encoding());
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
