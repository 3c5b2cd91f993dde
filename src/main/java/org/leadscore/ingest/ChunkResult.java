package org.leadscore.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in one chunk while it was read; lines count from 1 within it. */
final class ChunkResult {

    /** A reject whose line in the file is not yet known. */
    record Rejected(int line, int column, String reason, String raw) {

        Reject inFile(String file, long linesBefore) {
            return new Reject(file, linesBefore + line, column, reason, raw);
        }
    }

    private final int number;
    private final List<Rejected> rejects = new ArrayList<>();
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

    boolean hasSecondTable() {
        return secondTable != 0;
    }

    /** The line of its header. */
    int secondTable() {
        return secondTable;
    }
}
