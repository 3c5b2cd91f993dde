package org.leadscore.ingest.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.problem.Place;

/**
 * The counts, rejects and second header of one chunk. A {@code ChunkReader} fills it, {@code Table.finish} adds it up; lines
 * count from 1 within the chunk.
 */
public final class ChunkResult {

    /** A reject whose line in the file is not yet known. */
    public record Rejected(int line, int column, String reason, String raw) {

        /** Makes a reject of the file, with lines counted from its beginning. */
        public Reject inFile(String file, long linesBefore) {
            return new Reject(file, linesBefore + line, column, reason, raw);
        }
    }

    /** Some rejects in the store, by their place and the number of their bytes. */
    private record Stored(long place, int length) {}

    /** A kind of oddity, and the column that it is counted for, or {@link #ROW}. */
    private record OddKey(Oddities.Kind kind, int field) {}

    /** A count, and the first place of what is counted. */
    private static final class OddCount {
        private long count;
        private int line = Integer.MAX_VALUE;
        private int column;
    }

    /** Stands for the column of what is counted by rows. */
    static final int ROW = -1;

    /** In place of a number of footers: they stand behind no blank line. */
    public static final int NO_GAP = -1;

    /** The most lines of a footer, so that a table behind a blank line cannot fill the memory. */
    private static final int MOST_FOOTERS = 1000;

    private static final int MOST_NEW = 1 << 13;

    /** About how much memory a reject takes beside its texts, in bytes. */
    private static final int BYTES_OF_REJECT = 120;

    private final int number; // of the chunk
    private final List<Rejected> rejects = new ArrayList<>(); // those in memory
    private final List<Stored> stored = new ArrayList<>(); // the others, in order
    private int accounted; // how many of those in memory are accounted for
    private long rows; // so far, rejects included
    private int lines; // physical lines so far
    private int secondTable; // line of a second table's header, 0 for none
    private final Map<OddKey, OddCount> odd = new HashMap<>();
    private final List<Rejected> pending =
            new ArrayList<>(); // first lines that are footers if a blank line stands before
    private int gap; // the last line that is blank or a footer; 0 for the one before the chunk
    private int run; // footers from the gap's blank line on, or from the beginning of the chunk
    private boolean isSettled;
    private @Nullable Stored storedFirst; // those of the first lines, which were pending
    private boolean isGapPending = true; // true when nothing but pending lines stands before the gap
    private long footers; // so far, those that are pending left out
    private long beyondAscii; // rows in UTF-8 with characters beyond ASCII
    private int firstBeyondAscii; // line of the first one

    /** The result of a chunk, of which nothing has been read. */
    public ChunkResult(int number) {
        this.number = number;
    }

    /** The number of the chunk within the file, from 0. */
    public int number() {
        return number;
    }

    /** Counts a row, good or bad. */
    public void countRow() {
        rows++;
    }

    /** Rejects a row; line and column count from 1, the line within the chunk. */
    public void reject(int line, int column, String reason, String raw) {
        rejects.add(new Rejected(line, column, reason, raw));
    }

    /** Notes a blank line, behind which a footer may begin. */
    public void noteBlankLine(int line) {
        isGapPending = false;
        gap = line;
        run = 0;
    }

    /**
     * Takes a row with a wrong number of fields for a footer, or for one that may be it.
     *
     * @return false when it stands behind a row that is read, or behind too many footers
     */
    boolean takeFooter(int line, int column, String reason, String raw) {
        if (gap != line - 1 || run == MOST_FOOTERS) {
            return false;
        }
        gap = line;
        run++;
        if (isGapPending) {
            pending.add(new Rejected(line, column, reason, raw));
        } else {
            addFooter(line);
        }
        return true;
    }

    private void addFooter(int line) {
        note(Oddities.Kind.FOOTER, ROW, line, () -> 1);
        footers++;
    }

    /**
     * Settles whether the first lines of the chunk are footers, and moves to a store those that are not.
     *
     * @param runBefore the number of footers right before the chunk; {@link #NO_GAP} where no blank line stands before them
     * @param store null to keep them in memory
     * @return the same of the next chunk
     */
    public int settleFooters(int runBefore, @Nullable RejectStore store) {
        boolean endsInGap = gap == lines && (runBefore != NO_GAP || !isGapPending);
        int runThen = !endsInGap ? NO_GAP : isGapPending ? Math.min(MOST_FOOTERS, runBefore + run) : run;
        int taken = runBefore == NO_GAP ? 0 : Math.min(pending.size(), MOST_FOOTERS - runBefore);
        pending.subList(0, taken).forEach(one -> addFooter(one.line()));
        pending.subList(0, taken).clear();
        if (store != null && !pending.isEmpty()) {
            storedFirst = stored(pending, store);
        }
        isSettled = true;
        return taken > 0 && taken + runBefore == MOST_FOOTERS && !pending.isEmpty() ? NO_GAP : runThen;
    }

    /** True when {@link #settleFooters} was called. */
    public boolean isSettled() {
        return isSettled;
    }

    /** The number of footers among the rows. Known once they are settled. */
    public long footers() {
        return footers;
    }

    /** Counts lines that were passed. */
    public void countLines(int count) {
        lines += count;
    }

    /**
     * Counts something odd.
     *
     * @param field the column that it is counted for, or {@link #ROW}
     * @param line in which its row begins
     * @param column finds its place in its physical line, in characters from 1; asked for the first one only
     */
    void note(Oddities.Kind kind, int field, int line, IntSupplier column) {
        OddCount count = odd.computeIfAbsent(new OddKey(kind, field), any -> new OddCount());
        count.count++;
        if (line < count.line) {
            count.line = line;
            count.column = column.getAsInt();
        }
    }

    /**
     * Counts a row with characters beyond ASCII, in UTF-8.
     *
     * @param line in which it begins
     */
    public void countBeyondAscii(int line) {
        firstBeyondAscii = beyondAscii == 0 ? line : firstBeyondAscii;
        beyondAscii++;
    }

    /**
     * Adds what is odd, and the number of rows, to that of the whole table.
     *
     * @param hasColumns false when columns in the text are not those of the file
     */
    public void addTo(Oddities all, List<String> columns, String file, long linesBefore, boolean hasColumns) {
        odd.forEach((key, count) -> all.add(
                key.kind(),
                key.field() == ROW ? "" : columns.get(key.field()),
                count.count,
                Place.of(file, linesBefore + count.line, hasColumns ? count.column : Place.UNKNOWN)));
        if (beyondAscii > 0) {
            all.add(Oddities.Kind.BEYOND_ASCII, "", beyondAscii, file + ":" + (linesBefore + firstBeyondAscii) + ":1");
        }
        all.addRows(rows - footers);
    }

    /** Notes the line of a second table's header; only the first one is kept. */
    void noteSecondTable(int line) {
        if (secondTable == 0) {
            secondTable = line;
        }
    }

    /** The number of rows so far, rejects and footers included. */
    public long rows() {
        return rows;
    }

    /** Number of physical lines so far. */
    public int lines() {
        return lines;
    }

    /** True when so many rejects are new in memory that they should be accounted for, long before the chunk is read. */
    public boolean isFull() {
        return rejects.size() - accounted >= MOST_NEW;
    }

    /** About how much memory the rejects take that are new since this was asked before, in bytes. */
    public long newBytes() {
        long bytes = 0;
        for (Rejected reject : rejects.subList(accounted, rejects.size())) {
            bytes += BYTES_OF_REJECT
                    + 2L * (reject.reason().length() + reject.raw().length());
        }
        accounted = rejects.size();
        return bytes;
    }

    /** Moves its rejects from memory to a store. All to come are of lines further down. */
    public void putOn(RejectStore store) {
        if (rejects.isEmpty()) {
            return;
        }
        rejects.sort(Comparator.comparingInt(Rejected::line));
        stored.add(stored(rejects, store));
        accounted = 0;
    }

    private static Stored stored(List<Rejected> some, RejectStore store) {
        Packing out = new Packing();
        for (Rejected reject : some) {
            out.number(reject.line());
            out.number(reject.column());
            out.text(reject.reason());
            out.text(reject.raw());
        }
        some.clear();
        byte[] bytes = out.toBytes();
        return new Stored(store.put(bytes), bytes.length);
    }

    /** Hands over the rejects, in the order of their lines, from the store and from memory. */
    public void rejects(@Nullable RejectStore store, Consumer<Rejected> taker) {
        pending.forEach(taker); // which are the first lines
        if (store != null) {
            if (storedFirst != null) {
                takeStored(new Unpacking(store.get(storedFirst.place(), storedFirst.length())), taker);
            }
            stored.forEach(some -> takeStored(new Unpacking(store.get(some.place(), some.length())), taker));
        }
        rejects.sort(Comparator.comparingInt(Rejected::line));
        rejects.forEach(taker);
    }

    private static void takeStored(Unpacking in, Consumer<Rejected> taker) {
        while (in.hasMore()) {
            taker.accept(new Rejected((int) in.number(), (int) in.number(), in.text(), in.text()));
        }
    }

    /** True when the header of another table was met. */
    public boolean hasSecondTable() {
        return secondTable != 0;
    }

    /** The line of a second table's header; 0 when there is none. */
    public int secondTable() {
        return secondTable;
    }
}
