package org.leadscore.ingest;

import java.util.List;

/** Whole physical lines of a table, to be read once by a {@link ChunkReader}. */
public final class Chunk {

    private final int number;
    private final int length;
    private final boolean last;
    private final QuoteScan scan;
    private byte[] bytes;
    private int end;
    private List<BrokenQuote> broken = List.of();
    private boolean settled;
    private boolean hasQuotes;

    /** A line end stands before {@code length}. */
    Chunk(int number, byte[] bytes, int length, boolean last, QuoteScan scan) {
        this.number = number;
        this.bytes = bytes;
        this.length = length;
        this.last = last;
        this.scan = scan;
    }

    /** From 0, in the order of the file. */
    public int number() {
        return number;
    }

    int length() {
        return length;
    }

    boolean isLast() {
        return last;
    }

    /** What the quotes in it do if it begins with a record. */
    QuoteScan scan() {
        return scan;
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * Says for good which bytes, from 0 to {@code end}, are to be read as this chunk, and what is broken in them.
     *
     * @param quotes false when there is no quote in them
     */
    void settle(byte[] settledBytes, int settledEnd, List<BrokenQuote> settledBroken, boolean quotes) {
        bytes = settledBytes;
        end = settledEnd;
        broken = settledBroken;
        hasQuotes = quotes;
        settled = true;
    }

    boolean hasQuotes() {
        return hasQuotes;
    }

    boolean isSettled() {
        return settled;
    }

    int end() {
        return end;
    }

    List<BrokenQuote> broken() {
        return broken;
    }
}
