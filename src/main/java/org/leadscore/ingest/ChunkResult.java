package org.leadscore.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/** What was found in one chunk while it was read; lines count from 1 within it. */
final class ChunkResult {

    /** A reject whose line in the file is not yet known. */
    record Rejected(int line, int column, String reason, String raw) {

        Reject inFile(String file, long linesBefore) {
            return new Reject(file, linesBefore + line, column, reason, raw);
        }
    }

    /** With what lists and maps add. */
    private static final int BYTES_OF_REJECT = 120;

    private final int number;
    private final List<Rejected> rejects = new ArrayList<>();
    private long shelved;
    private int shelvedLength;
    private long rows;
    private int lines;
    private int secondTable;

    ChunkResult(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    void countRow() {
        rows++;
    }

    void reject(int line, int column, String reason, String raw) {
        rejects.add(new Rejected(line, column, reason, raw));
    }

    void countLines(int count) {
        lines += count;
    }

    /** Only the first one is kept. */
    void noteSecondTable(int line) {
        if (secondTable == 0) {
            secondTable = line;
        }
    }

    long rows() {
        return rows;
    }

    /** So far. */
    int lines() {
        return lines;
    }

    /** In the order of their lines. */
    List<Rejected> rejects() {
        rejects.sort(Comparator.comparingInt(Rejected::line));
        return rejects;
    }

    /** About how much memory its rejects take. */
    long rejectedBytes() {
        return rejects.stream()
                .mapToLong(reject -> BYTES_OF_REJECT
                        + 2L * (reject.reason().length() + reject.raw().length()))
                .sum();
    }

    /** Has its rejects kept there, and forgets them. */
    void putOn(RejectShelf shelf) {
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
        shelvedLength = out.length();
        shelved = shelf.put(out.toBytes());
    }

    /** Its rejects, in the order of their lines, wherever they are. */
    List<Rejected> rejects(@Nullable RejectShelf shelf) {
        if (shelvedLength == 0 || shelf == null) {
            return rejects();
        }
        List<Rejected> all = new ArrayList<>();
        Unpacking in = new Unpacking(shelf.get(shelved, shelvedLength));
        while (in.hasMore()) {
            all.add(new Rejected((int) in.number(), (int) in.number(), in.text(), in.text()));
        }
        return all;
    }

    boolean hasSecondTable() {
        return secondTable != 0;
    }

    /** The line of its header. */
    int secondTable() {
        return secondTable;
    }
}
