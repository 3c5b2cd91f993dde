package org.leadscore.ingest.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the records that quotes spoil, and the one that is still open at the end. It looks at nothing but quotes, and can be
 * stopped after any physical line and resumed with more bytes behind it.
 */
public final class QuoteScan {

    /** The most bytes, as UTF-8, that may stand between the quotes of a field. */
    public static final int LIMIT = 1 << 20;

    public static final byte QUOTE = '"';
    private static final int NONE = -1;

    private final byte[] delimiter; // in UTF-8
    private final int limit; // most bytes between the quotes of a field
    private final List<BrokenQuote> broken = new ArrayList<>(); // in order
    private int recordStart; // of the record that is looked at
    private int open = NONE; // place of the quote that opens the open field, or NONE
    private boolean hasQuotes; // true when any quote was seen

    /** Looks for quotes between these delimiters; a record may have {@code limit} bytes at most. */
    public QuoteScan(byte[] delimiter, int limit) {
        this.delimiter = delimiter;
        this.limit = limit;
    }

    /** Goes on as if the first {@code distance} bytes, records before the open one, had never been there. */
    public QuoteScan withoutFirst(int distance) {
        QuoteScan rest = new QuoteScan(delimiter, limit);
        rest.recordStart = recordStart - distance;
        rest.open = open - distance;
        rest.hasQuotes = true;
        return rest;
    }

    /** The spoilt records so far, in order. */
    public List<BrokenQuote> broken() {
        return broken;
    }

    /** True when the last record has a quoted field that is neither closed nor given up. */
    public boolean isOpen() {
        return open != NONE;
    }

    /** False when there is no quote at all in what was looked at, opening or not. */
    boolean hasQuotes() {
        return hasQuotes;
    }

    /** The start of the open record. */
    public int openRecord() {
        return recordStart;
    }

    /**
     * Resumes the scan with more bytes.
     *
     * @param from the place at which the last scan stopped, the start of a line
     * @param to behind a line end
     * @param last true when nothing comes after, so that an open field is never closed
     */
    public void scan(byte[] bytes, int from, int to, boolean last) {
        int position = from;
        if (open == NONE) {
            recordStart = from;
        }
        while (true) {
            if (open == NONE) {
                position = nextOpening(bytes, position, to);
                if (position == to) {
                    return;
                }
                open = position;
                position++;
            }
            int lastPlace = (int) Math.min(to, (long) open + limit + 2);
            int closing = closing(bytes, position, lastPlace);
            if (closing < lastPlace) {
                position = afterClosing(bytes, closing, to);
            } else if (last || to >= (long) open + limit + 2) {
                position = giveUp(bytes, to, open, lastPlace, BrokenQuote.NEVER_CLOSED);
            } else {
                return;
            }
        }
    }

    /** The place of the next quote that is its field's first character, or {@code to}; notes the start of its record. */
    private int nextOpening(byte[] bytes, int from, int to) {
        int seen = from;
        while (true) {
            int quote = Lines.indexOf(QUOTE, bytes, seen, to);
            if (quote == to) {
                return to;
            }
            hasQuotes = true;
            int line = Lines.start(bytes, seen, quote);
            if (line > seen) {
                recordStart = line;
            }
            if (quote == recordStart || endsWithDelimiter(bytes, quote)) {
                return quote;
            }
            seen = quote + 1;
        }
    }

    private boolean endsWithDelimiter(byte[] bytes, int end) {
        int start = end - delimiter.length;
        return start >= recordStart && isDelimiter(bytes, start, end);
    }

    private boolean isDelimiter(byte[] bytes, int start, int to) {
        if (start + delimiter.length > to) {
            return false;
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (bytes[start + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /** The place of the next quote without another behind it; {@code to} when there is none. The bytes end with a line end. */
    public static int closing(byte[] bytes, int from, int to) {
        int quote = Lines.indexOf(QUOTE, bytes, from, to);
        while (quote < to && bytes[quote + 1] == QUOTE) {
            quote = Lines.indexOf(QUOTE, bytes, Math.min(quote + 2, to), to);
        }
        return quote;
    }

    private int afterClosing(byte[] bytes, int closing, int to) {
        int after = closing + 1;
        if (Lines.isEnd(bytes[after]) || isDelimiter(bytes, after, to)) {
            open = NONE;
            return after;
        }
        boolean sameLine = Lines.end(bytes, open, to) > after;
        return giveUp(
                bytes, to, sameLine ? after : open, Math.min(to, after + delimiter.length), BrokenQuote.TEXT_AFTER);
    }

    private int giveUp(byte[] bytes, int to, int at, int seen, String reason) {
        int end = Lines.end(bytes, open, to);
        int next = Lines.next(bytes, end, to);
        broken.add(new BrokenQuote(recordStart, end, next, at, seen, reason));
        open = NONE;
        recordStart = next;
        return next;
    }
}
