package org.leadscore.ingest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.made.MadeFields;
import org.leadscore.ingest.made.MadeHeader;
import org.leadscore.ingest.made.RowsLeftOut;
import org.leadscore.ingest.row.ChunkResult;
import org.leadscore.ingest.row.ParsedRow;
import org.leadscore.ingest.row.PlaceUnit;
import org.leadscore.ingest.row.PlainRows;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.ingest.row.RowHandler;
import org.leadscore.ingest.row.RowParser;
import org.leadscore.ingest.row.SegmentText;
import org.leadscore.ingest.scan.BrokenQuote;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.ingest.scan.QuoteScan;
import org.leadscore.ingest.scan.QuotedField;

/**
 * Turns chunks into rows: plain ones by cutting bytes, all others by FastCSV. Each thread has one; {@link #read} may wait for
 * threads that look through chunks before its own.
 */
public final class ChunkReader {

    /** The most records that FastCSV is given before the next one is tried as a plain one. */
    private static final int MOST_ODD = 1 << 10;

    private final Table table;
    private final RowBlock plainBlock; // plain rows not yet handed over
    private final RowBlock parsedBlock; // parsed rows not yet handed over
    private final ParsedRow parsed; // the row that FastCSV is at
    private final @Nullable PlainRows plainRows; // null when FastCSV reads every row
    private final @Nullable MadeFields made; // null when all cells are those of the file
    private final @Nullable RowsLeftOut leftOut; // null when all rows count
    private final int idColumn; // −1 when it is not known
    private final QuotedField quoting;
    private long start; // the byte of the text at which the chunk begins
    private boolean hasTextQuotes; // false when no field of the chunk that is not quoted has a quote
    private boolean putsQuotes; // true when the chunk's quotes may not be as FastCSV expects them

    /** Makes a reader for chunks of a table, for one thread. */
    public ChunkReader(Table table) {
        this(table, true);
    }

    /** @param cutting false to have FastCSV read every row, however plain */
    ChunkReader(Table table, boolean cutting) {
        this.table = table;
        int columns = table.tableHeader().names().size();
        MadeHeader all = table.madeHeader();
        made = all.isPlain() ? null : new MadeFields(all);
        leftOut = table.leftOut();
        idColumn = table.idColumn();
        quoting = new QuotedField(table.form());
        plainBlock = RowBlock.ofPlain(columns, all.places(), table.placeUnit());
        parsedBlock = RowBlock.ofParsed(columns, all.places(), table.placeUnit());
        parsed = new ParsedRow(columns, table.placeUnit() == PlaceUnit.CELLS);
        boolean isCuttable = cutting && table.form().delimiterBytes().length == 1;
        plainRows = isCuttable ? new PlainRows(table.rowRules()) : null;
    }

    /**
     * Reads a chunk, which can be read once. Reads nothing when {@link Table#next} failed for a chunk before it.
     *
     * @return number of rows, rejects included
     */
    public long read(Chunk chunk, RowHandler handler) {
        if (!table.await(chunk)) {
            return 0;
        }
        start = chunk.start();
        ChunkResult result = new ChunkResult(chunk.number());
        byte[] bytes = chunk.bytes().length < chunk.end() + PlainRows.ROOM
                ? Arrays.copyOf(chunk.bytes(), chunk.end() + PlainRows.ROOM)
                : chunk.bytes();
        plainBlock.begin(result, bytes, chunk.end());
        parsedBlock.begin(result, bytes, chunk.end());
        int quote = chunk.hasQuotes() ? -1 : chunk.end();
        hasTextQuotes = chunk.hasTextQuotes();
        putsQuotes = chunk.hasPadding() || chunk.hasQuotes() && table.form().backslash();
        int from = 0;
        for (BrokenQuote broken : chunk.broken()) {
            readSegment(bytes, from, broken.start(), quote, result, handler);
            account(result, handler);
            reject(bytes, broken, result);
            from = broken.next();
        }
        readSegment(bytes, from, chunk.end(), quote, result, handler);
        handOver(plainBlock, handler);
        handOver(parsedBlock, handler);
        table.done(chunk, result);
        return result.rows();
    }

    private void readSegment(byte[] bytes, int from, int to, int quote, ChunkResult result, RowHandler handler) {
        PlainRows plain = plainRows;
        if (plain != null) {
            cut(plain, bytes, from, to, quote, result, handler);
            return;
        }
        int at = from;
        while (at < to) {
            account(result, handler);
            int end = quoting.behindRecords(bytes, at, to, Integer.MAX_VALUE);
            parse(bytes, at, end, result, handler);
            at = end;
        }
    }

    /** @param firstQuote the place of the first quote, or a place before {@code from} when it is to be looked for */
    private void cut(
            PlainRows plain, byte[] bytes, int from, int to, int firstQuote, ChunkResult result, RowHandler handler) {
        int quote = firstQuote;
        int odd = 1;
        int at = from;
        while (at < to) {
            if (quote < at) {
                quote = Lines.indexOf(QuoteScan.QUOTE, bytes, at, to);
            }
            if (plain.cut(bytes, at, to, quote, plainBlock)) {
                if (plain.end() > at) {
                    result.countRow();
                    if (plain.isBeyondAscii()) {
                        result.countBeyondAscii(result.lines() + 1);
                    }
                    addPlain(plain.end(), result.lines() + 1, handler);
                    odd = 1;
                } else {
                    result.noteBlankLine(result.lines() + 1);
                }
                result.countLines(1);
                at = plain.next();
            } else {
                account(result, handler);
                int end = quoting.behindRecords(bytes, at, to, odd);
                parse(bytes, at, end, result, handler);
                at = end;
                odd = Math.min(2 * odd, MOST_ODD); // where odd ones follow each other, FastCSV is started more rarely
            }
        }
    }

    /** Accounts for rejects while the chunk is read; those of the blocks come first, as they are of lines further up. */
    private void account(ChunkResult result, RowHandler handler) {
        if (result.isFull()) {
            handOver(plainBlock, handler);
            handOver(parsedBlock, handler);
            table.account(result);
        }
    }

    private void addPlain(int end, int line, RowHandler handler) {
        if (!parsedBlock.isEmpty() && handler.needsOrder()) {
            handOver(parsedBlock, handler);
        }
        plainBlock.addPlain(end, line);
        if (plainBlock.isFull()) {
            handOver(plainBlock, handler);
            account(plainBlock.result(), handler);
        }
    }

    private void addParsed(ParsedRow row, RowHandler handler) {
        if (!plainBlock.isEmpty() && handler.needsOrder()) {
            handOver(plainBlock, handler);
        }
        parsedBlock.addParsed(row);
        if (parsedBlock.isFull() || row.isOdd()) { // the latter may be a footer, which later lines go by
            handOver(parsedBlock, handler);
        }
    }

    private void handOver(RowBlock block, RowHandler handler) {
        if (!block.isEmpty()) {
            MadeFields filler = made;
            if (filler != null) {
                filler.fill(block);
            }
            RowsLeftOut filter = leftOut;
            if (filter != null) {
                filter.apply(block);
            }
            if (idColumn >= 0) {
                block.noteRounded(idColumn);
            }
            if (!block.isEmpty()) {
                handler.rows(block);
            }
            block.clear();
        }
    }

    private void parse(byte[] bytes, int from, int to, ChunkResult result, RowHandler handler) {
        if (from == to) {
            return;
        }
        table.requireShort(start + from, to - from);
        SegmentText decoded = SegmentText.decode(bytes, from, to);
        SegmentText segment = putsQuotes ? decoded.withUsualQuotes(table.form()) : decoded;
        parsed.beginSegment(segment);
        RowParser parser =
                new RowParser(parsed, row -> addParsed(row, handler), result, table.rowRules(), hasTextQuotes);
        try (CsvReader<ParsedRow> reader = CsvReader.builder()
                .fieldSeparator(table.tableHeader().delimiter())
                .build(parser, segment.parsed())) {
            drain(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        result.countLines(parser.lines());
    }

    /** Reads all rows, by asking for the first one: {@link RowParser} yields none of them. */
    private static void drain(CsvReader<ParsedRow> reader) {
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
        if (!broken.isRest()) {
            String raw = Lines.text(bytes, broken.start(), broken.end());
            int column = Lines.column(bytes, broken.start(), broken.at());
            result.countRow();
            result.reject(result.lines() + 1, column, broken.reason(), raw);
        }
        result.countLines(Lines.count(bytes, broken.start(), broken.next()));
    }
}
