package org.leadscore.ingest.row;

import org.leadscore.ingest.scan.Lines;
import org.leadscore.lead.Eight;

/**
 * Cuts plain rows at their delimiters: those without a quote, with as many fields as the header, valid UTF-8, and no cell
 * that may be that of a header. All others are left to {@link RowParser}, which would read the plain ones the same. Looks at
 * eight bytes at a time. Not thread-safe.
 */
public final class PlainRows {

    /** Number of bytes that the array must have behind the last row. */
    public static final int ROOM = Long.BYTES;

    private static final long LINE_FEEDS = Eight.times(Lines.LF);
    private static final long RETURNS = Eight.times(Lines.CR);
    private static final long BEYOND_RETURN = Eight.times((byte) (Lines.CR + 1));
    private static final long HIGH_BITS = Eight.times((byte) 0x80);
    private static final byte FIRST_OF_MARK = (byte) 0xEF;

    private static final long ONES = Eight.times((byte) 1);
    private static final long APOSTROPHES = Eight.times(Guards.APOSTROPHE);

    private final byte delimiter;
    private final boolean takesGuardsOff;
    private final boolean isLatin1;
    private final long delimiters; // the delimiter in each of eight bytes
    private final int columns; // number of fields of a plain row
    private final byte[] keyBytes; // by shape of a header's key: its first byte
    private final int[] keyLengths; // by shape of a header's key: its length in chars
    private final long keyLengthBits; // a bit for each length, modulo 64
    private boolean isBeyondAscii; // true when the newest line has characters beyond ASCII
    private int end; // of the newest line, before its line end
    private int next; // behind the newest line's line end

    /** Cuts rows by the rules of a table whose delimiter is one byte. */
    public PlainRows(RowRules rules) {
        delimiter = (byte) rules.form().delimiter();
        delimiters = Eight.times(delimiter);
        columns = rules.form().columns();
        takesGuardsOff = rules.takesGuardsOff();
        isLatin1 = rules.isLatin1();
        HeaderLike.Shape[] keys = rules.headerLike().shapes();
        keyBytes = new byte[keys.length];
        keyLengths = new int[keys.length];
        long lengths = 0;
        for (int i = 0; i < keys.length; i++) {
            keyBytes[i] = keys[i].firstByte();
            keyLengths[i] = keys[i].length();
            lengths |= 1L << keyLengths[i];
        }
        keyLengthBits = lengths;
    }

    /** True when the line that was cut has characters beyond ASCII. */
    public boolean isBeyondAscii() {
        return isBeyondAscii;
    }

    /** The end of the line that was cut, before its line end. */
    public int end() {
        return end;
    }

    /** The place behind the line end of the line that was cut. */
    public int next() {
        return next;
    }

    /**
     * Cuts the line at {@code from}. An empty one has no row; its {@link #end} is its start.
     *
     * @param to behind a line end
     * @param quote the place of the first quote from here on
     * @param block takes the places of the fields, but not yet the row
     * @return false for a line that is not plain; {@link #end} and {@link #next} then mean nothing
     */
    public boolean cut(byte[] bytes, int from, int to, int quote, RowBlock block) {
        int[] starts = block.starts();
        int[] lengths = block.lengths();
        int room = block.room();
        int place = block.size();
        int last = place + columns * room;
        int start = from;
        long all = 0;
        long seen = 0;
        long apostrophes = 0;
        for (int at = from; ; at += Long.BYTES) {
            long word = Eight.at(bytes, at);
            long ends = word - BEYOND_RETURN & ~word & HIGH_BITS;
            long others = word ^ APOSTROPHES;
            apostrophes |= others - ONES & ~others; // the high bits tell; one beside a true one may be wrong
            if (ends != 0) {
                ends = Eight.zeros(word ^ LINE_FEEDS) | Eight.zeros(word ^ RETURNS);
            }
            for (long hits = Eight.zeros(word ^ delimiters) | ends; hits != 0; hits &= hits - 1) {
                int bit = Long.numberOfTrailingZeros(hits);
                int here = at + (bit >>> 3);
                starts[place] = start;
                lengths[place] = here - start;
                seen |= 1L << here - start;
                start = here + 1;
                place += room;
                if ((ends & hits & -hits) != 0) {
                    all |= word & (1L << bit) - 1;
                    return isPlain(
                            bytes,
                            from,
                            here,
                            to,
                            quote,
                            place == last,
                            all,
                            seen,
                            (apostrophes & HIGH_BITS) != 0,
                            block);
                }
                if (place == last) {
                    return false;
                }
            }
            all |= word;
        }
    }

    private boolean isPlain(
            byte[] bytes,
            int from,
            int here,
            int to,
            int quote,
            boolean isComplete,
            long all,
            long seen,
            boolean hasApostrophe,
            RowBlock block) {
        end = here;
        next = bytes[here] == Lines.LF ? here + 1 : Lines.next(bytes, here, to);
        if (here == from) {
            return true;
        }
        if (!isComplete || quote < here) {
            return false;
        }
        if (hasApostrophe && takesGuardsOff && mayBeGuarded(bytes, block)) {
            return false;
        }
        isBeyondAscii = Eight.beyondAscii(all);
        if (!isBeyondAscii) {
            return (seen & keyLengthBits) == 0 || !mayBeHeader(bytes, block);
        }
        return Utf8.isPlain(bytes, from, here, isLatin1) && !mayBeHeaderBeyondAscii(bytes, block);
    }

    /** True when a cell begins with an apostrophe; the line's last bytes may be those of the next one, which is no harm. */
    private boolean mayBeGuarded(byte[] bytes, RowBlock block) {
        for (int column = 0; column < columns; column++) {
            int i = block.first(column) + block.size();
            if (block.lengths()[i] > 0 && bytes[block.starts()[i]] == Guards.APOSTROPHE) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeHeader(byte[] bytes, RowBlock block) {
        int[] starts = block.starts();
        int[] lengths = block.lengths();
        for (int column = 0; column < columns; column++) {
            int i = block.first(column) + block.size();
            for (int key = 0; key < keyLengths.length; key++) {
                if (lengths[i] == keyLengths[key] && bytes[starts[i]] == keyBytes[key]) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayBeHeaderBeyondAscii(byte[] bytes, RowBlock block) {
        for (int column = 0; column < columns; column++) {
            int i = block.first(column) + block.size();
            int from = block.starts()[i];
            int to = from + block.lengths()[i];
            if (from < to && bytes[from] == FIRST_OF_MARK) {
                return true;
            }
            for (int key = 0; key < keyLengths.length; key++) {
                if (from < to && bytes[from] == keyBytes[key] && Utf8.chars(bytes, from, to) == keyLengths[key]) {
                    return true;
                }
            }
        }
        return false;
    }
}
