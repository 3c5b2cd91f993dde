package org.leadscore.ingest.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

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

    /** About how much memory a reject takes beside its texts, in bytes. */
    private static final int BYTES_OF_REJECT = 120;

    private final int number; // of the chunk
    private final List<Rejected> rejects = new ArrayList<>(); // those in memory
    private long stored; // place of the others in the store
    private int storedLength; // their bytes; 0 when none are there
    private long rows; // so far, rejects included
    private int lines; // physical lines so far
    private int secondTable; // line of a second table's header, 0 for none

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

    /** Counts lines that were passed. */
    public void countLines(int count) {
        lines += count;
    }

    /** Notes the line of a second table's header; only the first one is kept. */
    void noteSecondTable(int line) {
        if (secondTable == 0) {
            secondTable = line;
        }
    }

    /** The number of rows so far, rejects included. */
    public long rows() {
        return rows;
    }

    /** Number of physical lines so far. */
    public int lines() {
        return lines;
    }

    /** The rejects in memory, in the order of their lines. */
    public List<Rejected> rejects() {
        rejects.sort(Comparator.comparingInt(Rejected::line));
        return rejects;
    }

    /** About how much memory its rejects take, in bytes. */
    public long rejectedBytes() {
        return rejects.stream()
                .mapToLong(reject -> BYTES_OF_REJECT
                        + 2L * (reject.reason().length() + reject.raw().length()))
                .sum();
    }

    /** Moves its rejects from memory to a store. */
    public void putOn(RejectStore store) {
        if (rejects.isEmpty()) {
            return;
        }
        Packing out = new Packing();
        for (Rejected reject : rejects()) {
            out.number(reject.line());
            out.number(reject.column());
            out.text(reject.reason());
            out.text(reject.raw());
        }
        rejects.clear();
        storedLength = out.length();
        stored = store.put(out.toBytes());
    }

    /** The rejects, in the order of their lines, from memory or from the store. */
    public List<Rejected> rejects(@Nullable RejectStore store) {
        if (storedLength == 0 || store == null) {
            return rejects();
        }
        List<Rejected> all = new ArrayList<>();
        Unpacking in = new Unpacking(store.get(stored, storedLength));
        while (in.hasMore()) {
            all.add(new Rejected((int) in.number(), (int) in.number(), in.text(), in.text()));
        }
        return all;
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
