package org.leadscore.ingest.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a table, of whole physical lines. {@code Table.next} makes it, {@link ChunkOrder} settles which records belong to
 * it, and a {@code ChunkReader} reads it once.
 */
public final class Chunk {

    private final int number; // from 0, in the order of the file
    private final int length; // bytes as they were cut from the file
    private final boolean last; // true when nothing comes after
    private final QuoteScan scan;
    private byte[] bytes; // those of the chunk, at first; once settled, those to read
    private int end; // behind the last byte to read
    private List<BrokenQuote> broken = List.of(); // in the bytes to read, in order
    private long start; // the byte of the text at which the bytes to read begin
    private boolean settled;
    private boolean hasQuotes; // false when there is no quote in the bytes to read
    private boolean hasPadding; // false when no blanks stand around quotes in them
    private boolean hasTextQuotes; // false when no field in them that is not quoted has a quote

    /** @param length of the bytes, behind a line end */
    public Chunk(int number, byte[] bytes, int length, boolean last, QuoteScan scan) {
        this.number = number;
        this.bytes = bytes;
        this.length = length;
        this.last = last;
        this.scan = scan;
    }

    /** The number of the chunk, from 0, in the order of the file. */
    public int number() {
        return number;
    }

    /** The number of bytes. */
    public int length() {
        return length;
    }

    /** True for the last chunk of its file. */
    public boolean isLast() {
        return last;
    }

    /** The scan of its quotes, as if it began with a record. */
    public QuoteScan scan() {
        return scan;
    }

    /** The bytes from the beginning of the chunk on; shared, not copied. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Sets for good which bytes, from 0 to {@code settledEnd}, are to be read as this chunk, and the broken records in them.
     *
     * @param found the scan that looked through them; null when there is nothing to read
     * @param settledStart the byte of the text at which they begin
     */
    void settle(
            byte[] settledBytes,
            int settledEnd,
            List<BrokenQuote> settledBroken,
            @Nullable QuoteScan found,
            long settledStart) {
        bytes = settledBytes;
        end = settledEnd;
        broken = settledBroken;
        hasQuotes = found != null && (found.isOpen() || found.hasQuotes());
        hasPadding = found != null && found.hasPadding();
        hasTextQuotes = found != null && found.hasTextQuotes();
        start = settledStart;
        settled = true;
    }

    /** True when a quote stands in the chunk. */
    public boolean hasQuotes() {
        return hasQuotes;
    }

    /** False when no blanks, nor a byte order mark, stand around the quotes of any field. */
    public boolean hasPadding() {
        return hasPadding;
    }

    /** False when no field that is not quoted has a quote. */
    public boolean hasTextQuotes() {
        return hasTextQuotes;
    }

    boolean isSettled() {
        return settled;
    }

    /** The byte of the text at which the bytes to read begin. */
    public long start() {
        return start;
    }

    /** The number of {@link #bytes} that are to be read as this chunk, once it is settled. */
    public int end() {
        return end;
    }

    /** The records that quotes spoil, in their order. */
    public List<BrokenQuote> broken() {
        return broken;
    }
}
