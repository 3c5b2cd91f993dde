package org.leadscore.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.foreign.OrdinaryStream;
import org.leadscore.ingest.foreign.OriginalRejects;
import org.leadscore.ingest.input.Decoding;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.Unreadable;
import org.leadscore.ingest.made.MadeHeader;
import org.leadscore.ingest.made.RowsLeftOut;
import org.leadscore.ingest.row.ChunkResult;
import org.leadscore.ingest.row.HeaderLike;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.PlaceUnit;
import org.leadscore.ingest.row.Reject;
import org.leadscore.ingest.row.RejectStore;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowRules;
import org.leadscore.ingest.scan.Chunk;
import org.leadscore.ingest.scan.ChunkOrder;
import org.leadscore.ingest.scan.QuoteScan;
import org.leadscore.ingest.scan.RecordForm;
import org.leadscore.ingest.scan.RecordLimits;
import org.leadscore.ingest.scan.TextPlaces;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Place;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.LeaveOut;

/**
 * One file with a header and rows, handed out in chunks to as many threads as want them. The rows that are read do not depend
 * on the size of the chunks or the number of threads.
 */
public final class Table implements AutoCloseable {

    /**
     * The usual number of bytes of a chunk. Four times as many were a third slower: with the characters made of them they no
     * longer fit into the cache.
     */
    public static final int CHUNK = 1 << 18;

    private final String name; // of the file
    private final Input input;
    private final Decoding decoding;
    private final @Nullable OrdinaryStream foreign; // null where the file is ordinary CSV
    private final Dialect dialect;
    private final RecordLimits limits;
    private final TableHeader header;
    private final MadeHeader columns; // those of the file, and those that are made
    private final RecordForm form;
    private final boolean takesGuardsOff; // true when guards against formulas are taken off
    private final ByteWindow window; // of the text below the header; also the lock for taking chunks
    private final ChunkOrder order;
    private final TextPlaces places;
    private final Map<Integer, ChunkResult> results = new ConcurrentSkipListMap<>(); // by number of a read chunk
    private final long rowsBegin; // byte of the file, or −1
    private RowPlaces rowPlaces; // empty until finish
    private Oddities oddities = new Oddities(); // empty until finish
    private volatile HeaderLike headerLike;
    private volatile int idColumn = -1; // −1 when it is not known
    private volatile boolean stopped; // true when a second table was found
    private LongConsumer rejectWatch = bytes -> {}; // takes the bytes of memory of a chunk's rejects
    private @Nullable RejectStore store; // null when rejects stay in memory
    private int chunks; // taken so far
    private int settled; // chunks whose footers are settled
    private int footersBefore = ChunkResult.NO_GAP; // footers right before the next chunk to settle
    private boolean ended; // true when there are no more chunks
    private long left = Long.MAX_VALUE; // bytes of text to be read; below 1 when no further chunk is to be taken
    private boolean endsUnfinished; // true when the beginning of a row stands behind the text
    private boolean cut; // true when there are more bytes than are to be read

    private Table(
            Input input,
            Decoding decoding,
            @Nullable OrdinaryStream foreign,
            TableHeader header,
            ByteWindow window,
            Dialect dialect,
            TextPlaces places,
            RecordLimits limits) {
        this.input = input;
        this.foreign = foreign;
        this.dialect = dialect;
        this.limits = limits;
        this.name = input.name();
        this.places = places;
        this.decoding = decoding;
        this.header = header;
        this.window = window;
        rowsBegin = foreign != null || decoding.textBegins() < 0 ? -1 : decoding.textBegins() + window.passed();
        rowPlaces = new RowPlaces(name, new long[0]);
        order = new ChunkOrder(window.passed());
        form = new RecordForm(
                header.delimiter(),
                header.names().size(),
                dialect.padsShortRows(),
                foreign == null && dialect.escapesByBackslash(),
                limits);
        takesGuardsOff = dialect.takesGuardsOff();
        String inside = input.inside();
        String fileName = inside == null || input.isSheet() ? name : inside;
        columns = new MadeHeader(dialect.cells(), header.names(), this::indexInFile, fileName);
        headerLike = new HeaderLike(header.names(), header.padded(), List.of());
    }

    /**
     * Opens a file and reads it as far as the header.
     *
     * @param chunkBytes about how many bytes of text a chunk has; a longer line makes a longer chunk
     * @throws InputException when the file cannot be read or is no table
     */
    public static Table open(Input input, Dialect dialect, int chunkBytes) {
        return open(input, dialect, chunkBytes, limits(input));
    }

    static Table open(Input file, Dialect given, int chunkBytes, RecordLimits limits) {
        Input input = file.isSheet() ? file.withDecimal(given.decimal()) : file;
        Dialect dialect = file.isSheet() ? given.ofSheets() : given;
        Decoding decoding;
        try {
            decoding = Decoding.open(input, dialect.encoding());
        } catch (IOException e) {
            throw Unreadable.because(input.name(), e);
        }
        try {
            TextPlaces places = new TextPlaces(
                    input.name(),
                    input.isRepeatable()
                            ? () -> text(Decoding.open(input, dialect.encoding()), input, dialect, limits)
                            : null,
                    0);
            InputStream text = text(decoding, input, dialect, limits);
            ByteWindow window = new ByteWindow(text, places, chunkBytes);
            TableHeader header = TableHeader.read(window, input.name(), dialect, decoding.encoding());
            OrdinaryStream foreign = text instanceof OrdinaryStream translated ? translated : null;
            return new Table(input, decoding, foreign, header, window, dialect, places, limits);
        } catch (IOException e) {
            close(decoding);
            throw Unreadable.because(input.name(), e);
        } catch (InputException e) {
            close(decoding);
            requireUnchanged(input);
            throw e;
        }
    }

    /**
     * Opens some of the rows of a file; the others are read elsewhere.
     *
     * @param file whose header is read
     * @param range its bytes from the beginning of a row to the end of one
     * @param linesBefore how many lines of the file stand before the range
     * @throws InputException when the file is no table
     */
    public static Table openRange(Input file, Input range, Dialect dialect, int chunkBytes, long linesBefore) {
        return openRange(file, range, dialect, chunkBytes, linesBefore, limits(file));
    }

    static Table openRange(
            Input file, Input range, Dialect dialect, int chunkBytes, long linesBefore, RecordLimits limits) {
        TableHeader header;
        Decoding begun;
        try (Table whole = open(file, dialect, chunkBytes)) {
            header = whole.header.withLines(linesBefore);
            begun = whole.decoding;
        }
        try {
            Decoding decoding = begun.plain(range);
            TextPlaces places = new TextPlaces(file.name(), range::open, linesBefore);
            ByteWindow window = new ByteWindow(decoding.utf8(), places, chunkBytes);
            return new Table(file, decoding, null, header, window, dialect, places, limits);
        } catch (IOException e) {
            throw Unreadable.because(file.name(), e);
        }
    }

    /** The text as ordinary CSV. */
    private static InputStream text(Decoding decoding, Input input, Dialect dialect, RecordLimits limits) {
        return dialect.layout().isForeign()
                ? new OrdinaryStream(decoding.utf8(), input.name(), dialect, limits)
                : decoding.utf8();
    }

    private static RecordLimits limits(Input input) {
        return input.isGrowing() ? RecordLimits.GROWING : RecordLimits.USUAL;
    }

    /** The name of the file as the user knows it. */
    public String name() {
        return name;
    }

    /** The byte of the file at which the rows begin; −1 when the file's bytes are not those of its text, as in an archive. */
    public long rowsBegin() {
        return rowsBegin;
    }

    /** Number of lines of the file that stand before the rows. */
    public long linesBefore() {
        return header.lines();
    }

    /** The form of its records. */
    public RecordForm form() {
        return form;
    }

    /**
     * The columns' names, stripped, those that are made behind those of the file; blank where a column has none, or is hidden
     * by one that is made.
     */
    public List<String> header() {
        return columns.names();
    }

    /** The columns that cannot be made, by name, each with the message that the file lacks what it is made of. */
    public Map<String, String> lacking() {
        Map<String, String> messages = new LinkedHashMap<>();
        columns.lacking().forEach((made, from) -> messages.put(made, cannotMake(made, from)));
        return messages;
    }

    /**
     * The place of a column, from 0, also of one that is made; -1 when there is none of that name.
     *
     * @throws InputException when the header has two
     */
    public int indexOf(String column) {
        int made = columns.indexOf(column);
        return made < 0 ? indexInFile(column) : made;
    }

    private int indexInFile(String column) {
        int index = header.names().indexOf(column);
        int other = header.names().lastIndexOf(column);
        if (index != other) {
            int place = placeUnit() == PlaceUnit.CELLS
                    ? other + 1
                    : header.columns().get(other);
            throw new InputException(Place.of(name, header.line(), place) + ": the header names the column '" + column
                    + "' twice; give one of them another name");
        }
        return index;
    }

    /**
     * The place of a column that must be there, from 0.
     *
     * @throws InputException when the header does not name it, or names it twice; says which names there are
     */
    public int require(String column) {
        int index = indexOf(column);
        if (index < 0) {
            throw new InputException(start() + MissingColumn.message(column, columns.names()));
        }
        String from = columns.lacking().get(column);
        if (from != null && index >= header.names().size()) {
            throw new InputException(cannotMake(column, from));
        }
        return index;
    }

    private String cannotMake(String made, String from) {
        return start() + "'" + made + "' cannot be made: " + MissingColumn.message(from, header.names());
    }

    /** The place of the header, to begin a message with. */
    private String start() {
        return name + ":" + header.line() + ":1: ";
    }

    /** Has all columns made, also those of lookups that nobody asks for by name. Call it before chunks are read. */
    public void makeAllColumns() {
        columns.askForAll();
    }

    /** Names the columns that a second header within the file is known by, first that of the id. Call it before chunks are read. */
    public void expect(int... keys) {
        List<String> names = Arrays.stream(keys)
                .map(columns::inFile)
                .filter(column -> column >= 0)
                .mapToObj(header.names()::get)
                .filter(one -> !one.isEmpty())
                .toList();
        headerLike = new HeaderLike(header.names(), header.padded(), names);
        idColumn = keys.length == 0 ? -1 : keys[0];
    }

    /**
     * Sets a watch that is told, for each chunk with rejects, how many bytes of memory they take. Call it before chunks are
     * read; the watch is called by the threads that read.
     */
    public void watchRejects(LongConsumer watch) {
        rejectWatch = watch;
    }

    /** Sets a store that keeps rejects in place of memory. Call it before chunks are read. */
    public void keepRejectsOn(RejectStore place) {
        store = place;
    }

    /**
     * Takes the next chunk of the file; null at the end. Any thread may ask; every chunk must be read.
     *
     * @throws InputException when the file breaks off, or was changed meanwhile; only one thread is told, and for all others the file ends there
     */
    public @Nullable Chunk next() {
        Chunk chunk;
        try {
            chunk = take();
        } catch (IOException e) {
            throw Unreadable.because(name, e);
        } catch (InputException e) {
            requireUnchanged(input); // or else the trouble comes of that
            throw e;
        }
        if (chunk == null) {
            return null;
        }
        boolean done = false;
        try {
            chunk.scan().scan(chunk.bytes(), 0, chunk.length(), chunk.isLast());
            order.add(chunk);
            done = true;
        } finally {
            if (!done) {
                order.abandon();
            }
        }
        return chunk;
    }

    /**
     * Has no more than about so many bytes of text read, in whole chunks; a record that goes on behind them is left out.
     * Call it before chunks are read.
     */
    public void readAtMost(long bytes) {
        left = bytes;
    }

    /** Has it told that the beginning of a row stands behind the text. Call it before the table is finished. */
    public void leaveUnfinished() {
        endsUnfinished = true;
    }

    /** True when the file goes on behind the bytes that were to be read. Known when {@link #next} has answered null. */
    public boolean isCut() {
        synchronized (window) {
            return cut;
        }
    }

    /** Number of bytes read of the file as it stands, compressed if it is. Any thread may ask. */
    public long bytesRead() {
        return decoding.packed().count();
    }

    /**
     * Adds up the results of the chunks, once all have been read.
     *
     * @throws InputException when a second table begins somewhere below
     */
    public Read finish() {
        List<Reject> rejects = new ArrayList<>();
        long rows = finish(rejects::add);
        return new Read(rows, rejects);
    }

    /**
     * Adds up the results of the chunks as {@link #finish()} does, and hands over rejects one by one, in the order of their
     * lines.
     *
     * @return the number of rows, rejects included
     * @throws InputException when a second table begins somewhere below
     */
    public long finish(Consumer<Reject> rejects) {
        if (!hasEnded()) {
            requireUnchanged(input); // which was not looked at since it was opened
        }
        long lines = header.lines();
        long rows = 0;
        noteForm();
        settleFooters();
        ForeignRejects originals = new ForeignRejects(rejects);
        long[] before = new long[results.size()];
        for (ChunkResult result : results.values()) {
            if (result.hasSecondTable()) {
                requireUnchanged(input);
                throw new InputException(name + ":" + (lines + result.secondTable())
                        + ":1: a second table begins here, with a header of its own; keep one table in the file,"
                        + " or use skip to pass over lines above the header");
            }
            before[result.number()] = lines;
            long linesBefore = lines;
            result.rejects(store, reject -> originals.accept(reject.inFile(name, linesBefore)));
            result.addTo(oddities, columns.names(), name, lines, placeUnit() != PlaceUnit.NONE);
            lines += result.lines();
            rows += result.rows() - result.footers();
        }
        if (hasEnded() && (endsUnfinished || order.isOpen())) {
            oddities.add(Oddities.Kind.UNFINISHED, "", 1, name + ":" + (lines + 1) + ":1");
        }
        originals.close();
        rowPlaces = new RowPlaces(name, before);
        return rows;
    }

    /** Tells what was found that the rule file does not say, and of lines that stand around the table. */
    private void noteForm() {
        if (header.isAboveRows() && dialect.delimiter() == null && foreign == null) {
            switch (header.delimiter()) {
                case ';' -> noteOfFile(Oddities.Kind.SEMICOLONS);
                case '\t' -> noteOfFile(Oddities.Kind.TABS);
                case '|' -> noteOfFile(Oddities.Kind.PIPES);
                default -> {
                    // commas, as usual
                }
            }
        }
        if (header.isAboveRows()
                && dialect.encoding() == null
                && decoding.encoding().startsWith("UTF-16")) {
            noteOfFile(Oddities.Kind.UTF_16);
        }
        if (header.above() > 0) {
            oddities.add(Oddities.Kind.ABOVE_HEADER, "", header.above(), Place.of(name, header.line(), 1));
            if (header.firstLikeRow() > 0) {
                oddities.add(Oddities.Kind.LIKE_ROW_ABOVE, "", 1, Place.of(name, header.firstLikeRow(), 1));
            }
        }
        OrdinaryStream translated = foreign;
        if (translated != null && translated.outside() > 0) {
            oddities.add(
                    Oddities.Kind.OUTSIDE_SECTION,
                    "",
                    translated.outside(),
                    Place.of(name, translated.firstOutside(), 1));
        }
    }

    private void noteOfFile(Oddities.Kind kind) {
        oddities.add(kind, "", 1, Place.of(name, header.line(), 1));
    }

    /** Settles the footers of all chunks that have been read. */
    private synchronized void settleFooters() {
        for (ChunkResult result : results.values()) {
            if (!result.isSettled()) {
                settleFooters(result);
            }
        }
    }

    private void settleFooters(ChunkResult result) {
        footersBefore = result.settleFooters(footersBefore, store);
        settled = result.number() + 1;
    }

    /** Takes rejects in the order of their lines, and hands each over as its file has it. */
    private final class ForeignRejects {

        private final Consumer<Reject> taker;
        private @Nullable OriginalRejects originals; // null until the first reject of a foreign table

        ForeignRejects(Consumer<Reject> taker) {
            this.taker = taker;
        }

        void accept(Reject reject) {
            taker.accept(foreign == null || !input.isRepeatable() ? reject : original(reject));
        }

        private Reject original(Reject reject) {
            try {
                OriginalRejects reading = originals;
                if (reading == null) {
                    InputStream text = Decoding.open(input, dialect.encoding()).utf8();
                    reading = new OriginalRejects(text, name, dialect, limits);
                    originals = reading;
                }
                return reading.of(reject);
            } catch (IOException e) {
                throw Unreadable.because(name, e);
            }
        }

        void close() {
            OriginalRejects reading = originals;
            if (reading != null) {
                try {
                    reading.close();
                } catch (IOException harmless) {
                    return; // everything that was wanted has been read
                }
            }
        }
    }

    /** True when {@link #finish} would refuse a second table that begins in one of the first chunks, which have been read. */
    public boolean hasSecondTable(int chunksRead) {
        return results.values().stream().anyMatch(result -> result.hasSecondTable() && result.number() < chunksRead);
    }

    /** The oddities of the rows that are neither plain nor rejected for them. Known after {@link #finish}. */
    public Oddities oddities() {
        return oddities;
    }

    /** The number of rows that do not count. Known after {@link #finish}. */
    public long leftOutRows() {
        return oddities.count(Oddities.Kind.LEFT_OUT);
    }

    /** Has the oddities added to others, which are empty now. Call it before the table is finished. */
    public void countIn(Oddities others) {
        oddities = others;
    }

    /** The lines of the rows in the file. Known after {@link #finish}. */
    public RowPlaces places() {
        return rowPlaces;
    }

    /**
     * The line of the file in which a row begins, from 1. Known after {@link #finish}.
     *
     * @param position from {@link Row#position}
     */
    public long lineOf(long position) {
        return rowPlaces.lineOf(position);
    }

    @Override
    public void close() {
        close(decoding);
    }

    /** The unit of the columns of places in this file. */
    PlaceUnit placeUnit() {
        return foreign != null ? PlaceUnit.NONE : input.isSheet() ? PlaceUnit.CELLS : PlaceUnit.CHARACTERS;
    }

    /** Takes out the rows that do not count; null where all do. A new one for each thread. */
    @Nullable
    RowsLeftOut leftOut() {
        LeaveOut leaveOut = dialect.leaveOut();
        return leaveOut == null ? null : new RowsLeftOut(leaveOut, dialect, this::indexOf, columns::inFile);
    }

    MadeHeader madeHeader() {
        return columns;
    }

    TableHeader tableHeader() {
        return header;
    }

    /** The rules for its rows, with the header that is known when this is called. */
    RowRules rowRules() {
        return new RowRules(
                form,
                headerLike,
                decoding.encoding(),
                decoding.isAssumed(),
                takesGuardsOff,
                dialect.leaveOut() != null);
    }

    /**
     * Refuses a row that is too long to be parsed in memory.
     *
     * @param start the byte of the text at which it begins
     */
    void requireShort(long start, int length) {
        if (length > TextPlaces.LONGEST) {
            throw places.tooLong("a row", start);
        }
    }

    /** The column of the id, or −1 when it is not known. */
    int idColumn() {
        return idColumn;
    }

    /** Waits until the chunk's records are settled; returns false when it is not to be read. */
    boolean await(Chunk chunk) {
        return order.await(chunk);
    }

    void done(Chunk chunk, ChunkResult result) {
        account(result);
        results.put(result.number(), result);
        settleInOrder();
        if (result.hasSecondTable()) {
            stopped = true;
        }
        synchronized (window) {
            window.giveBack(chunk.bytes());
        }
    }

    /** Settles the footers of the chunks before which all have been read. */
    private synchronized void settleInOrder() {
        for (ChunkResult next = results.get(settled); next != null; next = results.get(settled)) {
            settleFooters(next);
        }
    }

    /** Accounts for the rejects that are new in memory, and moves them to the store where there is one. */
    void account(ChunkResult result) {
        long rejected = result.newBytes();
        if (rejected > 0) {
            rejectWatch.accept(rejected);
            RejectStore elsewhere = store;
            if (elsewhere != null) {
                result.putOn(elsewhere);
            }
        }
    }

    private boolean hasEnded() {
        synchronized (window) {
            return ended;
        }
    }

    private @Nullable Chunk take() throws IOException {
        synchronized (window) {
            if (ended || stopped) {
                return null;
            }
            if (left <= 0) {
                cut = true;
                return null;
            }
            ended = true; // also when this fails: a stream that has failed is not to be asked again
            int length = window.cut();
            boolean last = window.hasEnded() && length == window.length();
            ended = last;
            if (window.hasEnded()) {
                input.requireUnchanged();
            }
            if (length == 0) {
                return null;
            }
            left -= length;
            byte[] bytes = window.take(length);
            QuoteScan scan = new QuoteScan(form, places, window.passed() - length);
            return new Chunk(chunks++, bytes, length, last, scan);
        }
    }

    private static void requireUnchanged(Input input) {
        try {
            input.requireUnchanged();
        } catch (IOException e) {
            throw Unreadable.because(input.name(), e);
        }
    }

    private static void close(Decoding decoding) {
        try {
            decoding.utf8().close();
        } catch (IOException harmless) {
            return; // everything that was wanted has been read
        }
    }
}
