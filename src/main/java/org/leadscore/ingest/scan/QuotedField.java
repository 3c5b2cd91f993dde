package org.leadscore.ingest.scan;

/**
 * Finds the beginning and the end of a quoted field in a table's bytes: blanks before its opening quote and behind its
 * closing quote belong to neither its text nor its neighbours. Used by {@link QuoteScan} and {@code ChunkReader}.
 */
public final class QuotedField {

    private static final byte QUOTE = QuoteScan.QUOTE;

    /** The most bytes, about, of records that are parsed together. */
    private static final int MOST_BYTES = 1 << 18;

    private static final byte BACKSLASH = '\\';

    /** A byte order mark in UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final RecordForm form;
    private final byte[] delimiter; // in UTF-8
    private final byte first; // byte of the delimiter
    private final boolean backslash; // true when a quote behind a backslash is text

    /** Finds the quoted fields in records of this form. */
    public QuotedField(RecordForm form) {
        this.form = form;
        delimiter = form.delimiterBytes();
        first = delimiter[0];
        backslash = form.backslash();
    }

    int delimiterLength() {
        return delimiter.length;
    }

    boolean isDelimiter(byte[] bytes, int at, int to) {
        if (bytes[at] != first || at + delimiter.length > to) {
            return false;
        }
        for (int i = 1; i < delimiter.length; i++) {
            if (bytes[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /** True when only blanks, or at a record's start a byte order mark, stand between the quote and its field's start. */
    boolean opens(byte[] bytes, int recordStart, int quote) {
        int start = quote;
        while (start > recordStart && form.isBlank(bytes[start - 1])) {
            start--;
        }
        return start == recordStart
                || start == recordStart + MARK.length && behindMark(bytes, recordStart, start) == start
                || start - delimiter.length >= recordStart && isDelimiter(bytes, start - delimiter.length, start);
    }

    /** The place of the quote that opens the field at {@code from}; −1 when the field is not quoted. */
    int opening(byte[] bytes, int from, int to, boolean beginsRecord) {
        int at = behindBlanks(bytes, beginsRecord ? behindMark(bytes, from, to) : from, to);
        return at < to && bytes[at] == QUOTE ? at : -1;
    }

    /** The place of the quote that closes a field; {@code to} when there is none. The bytes end with a line end. */
    int closing(byte[] bytes, int from, int to) {
        int quote = Lines.indexOf(QUOTE, bytes, from, to);
        while (quote < to) {
            if (isEscaped(bytes, from, quote)) {
                quote = Lines.indexOf(QUOTE, bytes, quote + 1, to);
            } else if (bytes[quote + 1] == QUOTE) {
                quote = Lines.indexOf(QUOTE, bytes, Math.min(quote + 2, to), to);
            } else {
                return quote;
            }
        }
        return to;
    }

    /** The place of the quote that closes a field, or of the first line end, if one comes before. */
    int closingOrLineEnd(byte[] bytes, int from, int to) {
        int at = Lines.indexOfEndOr(QUOTE, bytes, from, to);
        while (at < to && bytes[at] == QUOTE) {
            if (isEscaped(bytes, from, at)) {
                at = Lines.indexOfEndOr(QUOTE, bytes, at + 1, to);
            } else if (bytes[at + 1] == QUOTE) {
                at = Lines.indexOfEndOr(QUOTE, bytes, at + 2, to);
            } else {
                return at;
            }
        }
        return at;
    }

    /**
     * True when quotes are text, though nothing but blanks stands before them, as in {@code 1, "The Best" Corp}: text follows
     * them on the line.
     *
     * @param field its start
     */
    boolean isText(byte[] bytes, int field, int opening, int closing, int to) {
        return opening > field
                && form.isBlank(bytes[opening - 1])
                && closing < to
                && Lines.end(bytes, opening, closing) == closing
                && !endsField(bytes, behindBlanks(bytes, closing + 1, to), to);
    }

    /** True for a line end or a delimiter. */
    boolean endsField(byte[] bytes, int at, int to) {
        return Lines.isEnd(bytes[at]) || isDelimiter(bytes, at, to);
    }

    /** The place of the first byte that is no blank. */
    int behindBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && form.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /**
     * The place behind so many records, or fewer where there are no more; none of them has a broken quote. A long record is
     * the only one.
     *
     * @param from the start of a record
     * @param to behind a line end
     */
    public int behindRecords(byte[] bytes, int from, int to, int count) {
        int at = behindRecord(bytes, from, to);
        for (int i = 1; i < count && at < to; i++) {
            int end = behindRecord(bytes, at, to);
            if (end - from > MOST_BYTES) {
                return at;
            }
            at = end;
        }
        return at;
    }

    private int behindRecord(byte[] bytes, int from, int to) {
        int at = from;
        while (true) {
            int opening = opening(bytes, at, to, at == from);
            if (opening >= 0) {
                int closing = closing(bytes, opening + 1, to);
                at = isText(bytes, at, opening, closing, to) ? at : closing + 1;
            }
            while (!endsField(bytes, at, to)) {
                at++;
            }
            if (Lines.isEnd(bytes[at])) {
                return Lines.next(bytes, at, to);
            }
            at += delimiter.length;
        }
    }

    /** True when an odd number of backslashes stands before the quote, and makes it text. */
    private boolean isEscaped(byte[] bytes, int from, int quote) {
        int at = quote;
        while (backslash && at > from && bytes[at - 1] == BACKSLASH) {
            at--;
        }
        return (quote - at & 1) == 1;
    }

    private static int behindMark(byte[] bytes, int from, int to) {
        boolean isMark = from + MARK.length <= to
                && bytes[from] == MARK[0]
                && bytes[from + 1] == MARK[1]
                && bytes[from + 2] == MARK[2];
        return isMark ? from + MARK.length : from;
    }
}
