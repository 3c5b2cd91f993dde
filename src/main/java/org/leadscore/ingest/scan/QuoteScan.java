package org.leadscore.ingest.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that quotes spoil, and the one that is still open at the end. It looks at nothing but quotes, and at all
 * fields of a record only where a quoted field does not end on its line. Can be stopped after any physical line and resumed
 * with more bytes behind it.
 */
public final class QuoteScan {

    public static final byte QUOTE = '"';
    private static final int NONE = -1;

    private final RecordForm form;
    private final TextPlaces places;
    private final long base; // the byte of the text at which the bytes begin
    private final QuotedField quoting;
    private final List<BrokenQuote> broken = new ArrayList<>(); // in order
    private int recordStart; // of the record that is looked at
    private @Nullable RecordWalk walk; // through the open record; null when none is open
    private long passing; // bytes of a long record that are still to be passed
    private boolean hasQuotes; // true when any quote was seen
    private boolean hasPadding; // true when blanks stand around the quotes of a field
    private boolean hasTextQuotes; // true when a field that is not quoted has a quote

    /**
     * Looks for the quotes of records of this form.
     *
     * @param places looks ahead in the text for the ends of long records
     * @param base the byte of the text at which the bytes begin
     */
    public QuoteScan(RecordForm form, TextPlaces places, long base) {
        this.form = form;
        this.places = places;
        this.base = base;
        quoting = new QuotedField(form);
    }

    /** Goes on as if the first {@code distance} bytes, records before the open one, had never been there. */
    public QuoteScan withoutFirst(int distance) {
        QuoteScan rest = new QuoteScan(form, places, base + distance);
        rest.passing = passing;
        rest.recordStart = recordStart - distance;
        rest.walk = walk == null ? null : walk.withoutFirst(distance);
        rest.hasQuotes = true;
        rest.hasPadding = hasPadding;
        rest.hasTextQuotes = hasTextQuotes;
        return rest;
    }

    /** The spoilt records so far, in order. */
    public List<BrokenQuote> broken() {
        return broken;
    }

    /** True when the last record has a quoted field that is neither closed nor given up. */
    public boolean isOpen() {
        return walk != null;
    }

    /** True when the bytes end within a long record that is rejected as a whole. */
    public boolean isPassing() {
        return passing > 0;
    }

    /** False when there is no quote at all in what was looked at, opening or not. */
    boolean hasQuotes() {
        return hasQuotes;
    }

    /** False when no blanks stand around the quotes of any field in what was looked at. */
    boolean hasPadding() {
        return hasPadding || walk != null && walk.hasPadding();
    }

    /** False when no field that is not quoted has a quote, in what was looked at. */
    boolean hasTextQuotes() {
        return hasTextQuotes || walk != null && walk.hasTextQuotes();
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
        if (passing > 0) {
            position = (int) Math.min(to, from + passing);
            passing -= position - from;
            broken.add(BrokenQuote.rest(from, position));
        }
        if (walk == null) {
            recordStart = position;
        }
        while (true) {
            RecordWalk through = walk;
            if (through == null) {
                position = behindSimple(bytes, position, to);
                if (position == to) {
                    return;
                }
                through = new RecordWalk(form, quoting, recordStart);
            }
            RecordWalk.Outcome outcome = through.go(bytes, to, last);
            if (outcome == RecordWalk.Outcome.LONG) {
                outcome = lookAhead(through, bytes, to);
            }
            walk = outcome == RecordWalk.Outcome.OPEN ? through : null;
            if (outcome == RecordWalk.Outcome.OPEN) {
                return;
            }
            hasPadding |= through.hasPadding();
            hasTextQuotes |= through.hasTextQuotes();
            position = through.position();
            if (outcome == RecordWalk.Outcome.BROKEN) {
                broken.add(through.broken());
                position = through.broken().next();
                recordStart = position;
            }
        }
    }

    private RecordWalk.Outcome lookAhead(RecordWalk through, byte[] bytes, int to) {
        long length = places.lengthOfRecord(base + recordStart, form);
        if (length < 0) {
            return through.neverClosed(bytes, to);
        }
        long end = recordStart + length;
        int next = (int) Math.min(end, to);
        passing = end - next;
        through.rejectLong(bytes, to, next, Math.toIntExact(end));
        return RecordWalk.Outcome.BROKEN;
    }

    /** The place of the next quote that opens a field which does not simply end on its line; {@code to} when there is none. */
    private int behindSimple(byte[] bytes, int from, int to) {
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
            if (!quoting.opens(bytes, recordStart, quote)) {
                hasTextQuotes = true;
                seen = quote + 1;
                continue;
            }
            seen = behindSimpleField(bytes, quote, to);
            if (seen == NONE) {
                return quote;
            }
        }
    }

    private int behindSimpleField(byte[] bytes, int quote, int to) {
        int closing = quoting.closingOrLineEnd(bytes, quote + 1, to);
        if (bytes[closing] != QUOTE || closing - quote - 1 > form.limits().field()) {
            return NONE;
        }
        int end = quoting.behindBlanks(bytes, closing + 1, to);
        hasPadding |= end > closing + 1 || quote > recordStart && isPadding(bytes, quote);
        return quoting.endsField(bytes, end, to) ? end : NONE;
    }

    /** True when the byte before the quote is no part of a delimiter. */
    private boolean isPadding(byte[] bytes, int quote) {
        int start = quote - quoting.delimiterLength();
        return start < recordStart || !quoting.isDelimiter(bytes, start, quote);
    }
}
