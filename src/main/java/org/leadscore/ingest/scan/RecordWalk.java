package org.leadscore.ingest.scan;

import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;

/**
 * A walk through one record, field by field, that tells where the record ends and whether its quotes can be right.
 * {@link QuoteScan} begins one where a quoted field does not simply end on its line. A record of several lines has to have as
 * many fields as the header, and no lone quote in a field that is not quoted; otherwise some quote is missing, or too many.
 * Can be stopped within a quoted field, and resumed with more bytes behind it.
 */
final class RecordWalk {

    /** The end of a walk, or what it waits for. */
    enum Outcome {
        /** The bytes end within a quoted field. */
        OPEN,
        /** The record ends at {@link #position}. */
        WHOLE,
        /** The record is too long to be held; where it ends has to be looked for ahead. */
        LONG,
        /** A {@link #broken} record. */
        BROKEN
    }

    private static final int NONE = -1;

    private final RecordForm form;
    private final QuotedField quoting;
    private final int start; // of the record
    private int position; // of the next field; within a quoted field, of the next byte to look at
    private int open = NONE; // place of the quote that opens the open field, or NONE
    private int across = NONE; // place of the quote whose field goes across the end of the first line, or NONE
    private int longField = NONE; // place of the quote of a field that is too long, or NONE
    private int fields; // so far
    private boolean isOver; // true when there are more fields than columns, and not only blank ones
    private boolean hasLoneQuote; // true when a field that is not quoted has an odd number of quotes
    private boolean hasTextQuotes; // true when a field that is not quoted has a quote
    private boolean hasPadding; // true when blanks or a mark stand around quotes
    private final boolean isAhead; // true when only soundness is asked for, and bytes that were passed are not kept
    private @Nullable BrokenQuote broken; // null unless the record is

    RecordWalk(RecordForm form, QuotedField quoting, int start) {
        this(form, quoting, start, false);
    }

    private RecordWalk(RecordForm form, QuotedField quoting, int start, boolean isAhead) {
        this.form = form;
        this.quoting = quoting;
        this.start = start;
        this.isAhead = isAhead;
        position = start;
    }

    /** Makes a walk through a record of any length that begins at 0. A broken one is not told more about. */
    static RecordWalk ahead(RecordForm form) {
        return new RecordWalk(form, new QuotedField(form), 0, true);
    }

    /** Goes on as if the first {@code distance} bytes had never been there. */
    RecordWalk withoutFirst(int distance) {
        RecordWalk rest = new RecordWalk(form, quoting, start - distance, isAhead);
        rest.position = position - distance;
        rest.open = open == NONE ? NONE : open - distance;
        rest.across = across == NONE ? NONE : across - distance;
        rest.longField = longField == NONE ? NONE : longField - distance;
        rest.fields = fields;
        rest.isOver = isOver;
        rest.hasLoneQuote = hasLoneQuote;
        rest.hasTextQuotes = hasTextQuotes;
        rest.hasPadding = hasPadding;
        return rest;
    }

    /** The line end at which a whole record ends. */
    int position() {
        return position;
    }

    /** True when blanks, or a byte order mark, stand around the quotes of a field. */
    boolean hasPadding() {
        return hasPadding;
    }

    /** True when a field that is not quoted has a quote. */
    boolean hasTextQuotes() {
        return hasTextQuotes;
    }

    BrokenQuote broken() {
        BrokenQuote record = broken;
        if (record == null) {
            throw new IllegalStateException("the record is not broken");
        }
        return record;
    }

    /**
     * Walks on.
     *
     * @param to behind a line end
     * @param last true when nothing comes after, so that an open field is never closed
     */
    Outcome go(byte[] bytes, int to, boolean last) {
        while (true) {
            if (open == NONE) {
                open = quoting.opening(bytes, position, to, fields == 0);
                hasPadding |= open > position;
            }
            int end;
            if (open == NONE) {
                end = behindUnquoted(bytes, to);
            } else {
                int closing = closing(bytes, to);
                if (closing == NONE) {
                    position = to;
                    if (!isAhead && isBeyond(to)) {
                        return Outcome.LONG;
                    }
                    return last && to - start > form.limits().unfinished() ? neverClosed(bytes, to) : Outcome.OPEN;
                }
                end = quoting.isText(bytes, position, open, closing, to)
                        ? behindUnquoted(bytes, to)
                        : behindQuoted(bytes, closing, to);
                if (!quoting.endsField(bytes, end, to)) {
                    int seen = Math.min(to, end + quoting.delimiterLength());
                    return giveUp(bytes, to, closing + 1, seen, BrokenQuote.TEXT_AFTER);
                }
                open = NONE;
            }
            position = end;
            int seen = Math.min(to, end + quoting.delimiterLength());
            if (isOver && across != NONE) {
                return giveUp(bytes, to, across, seen, BrokenQuote.tooMany(form.columns(), lines(bytes, end)));
            }
            if (Lines.isEnd(bytes[end])) {
                return judge(bytes, to, end, seen);
            }
            position = end + quoting.delimiterLength();
        }
    }

    /** The place of the quote that closes the open field; on its own line it may be anywhere, below that up to the limit. */
    private int closing(byte[] bytes, int to) {
        int from = position;
        if (position <= open) {
            from = quoting.closingOrLineEnd(bytes, open + 1, to);
            if (bytes[from] == QuoteScan.QUOTE) {
                return from;
            }
        }
        across = across == NONE ? open : across;
        int bound = bound(to);
        int closing = quoting.closing(bytes, from, bound);
        return closing < bound ? closing : NONE;
    }

    /** The place before which a quote has to be closed, or where the bytes end. */
    private int bound(int to) {
        return isAhead ? to : (int) Math.min(to, (long) start + form.limits().held());
    }

    private boolean isBeyond(int to) {
        return to >= (long) start + form.limits().held();
    }

    /** Gives up a record that is open, and is not closed ahead either. */
    Outcome neverClosed(byte[] bytes, int to) {
        return giveUp(bytes, to, open, Math.max(bound(to), open + 1), BrokenQuote.NEVER_CLOSED);
    }

    /**
     * Takes a long record that is found to be sound ahead for a broken one.
     *
     * @param next the place behind its line end, or behind the last byte that is there
     * @param seen the place behind its line end
     */
    void rejectLong(byte[] bytes, int to, int next, int seen) {
        rejectWhole(
                bytes,
                to,
                next,
                across,
                seen,
                BrokenQuote.tooLongRecord(form.limits().held()));
    }

    private int behindUnquoted(byte[] bytes, int to) {
        int at = position;
        int quotes = 0;
        while (!quoting.endsField(bytes, at, to)) {
            quotes += bytes[at] == QuoteScan.QUOTE ? 1 : 0;
            at++;
        }
        hasTextQuotes |= quotes > 0;
        hasLoneQuote |= (quotes & 1) == 1;
        addField(bytes, position, at);
        return at;
    }

    private int behindQuoted(byte[] bytes, int closing, int to) {
        if (closing - open - 1 > form.limits().field() && longField == NONE) {
            longField = open;
        }
        int end = quoting.behindBlanks(bytes, closing + 1, to);
        hasPadding |= end > closing + 1;
        addField(bytes, position > open ? NONE : open + 1, closing);
        return end;
    }

    /**
     * Counts a field.
     *
     * @param from the start of its text; {@link #NONE} when that is no longer there, as the field goes across lines
     */
    private void addField(byte[] bytes, int from, int to) {
        fields++;
        isOver |= fields > form.columns() && !isBlankOnOneLine(bytes, from, to);
    }

    private static boolean isBlankOnOneLine(byte[] bytes, int from, int to) {
        return from != NONE && Lines.end(bytes, from, to) == to && Text.isBlank(Lines.text(bytes, from, to));
    }

    private Outcome judge(byte[] bytes, int to, int end, int seen) {
        if (across != NONE && fields < form.columns() && !form.pads()) {
            return giveUp(bytes, to, across, seen, BrokenQuote.tooFew(fields, form.columns(), lines(bytes, end)));
        }
        if (across != NONE && hasLoneQuote) {
            return giveUp(bytes, to, across, seen, BrokenQuote.LONE_QUOTE);
        }
        if (longField != NONE) {
            if (isAhead) {
                return Outcome.WHOLE;
            }
            int next = Lines.next(bytes, end, to);
            rejectWhole(
                    bytes,
                    to,
                    next,
                    longField,
                    seen,
                    BrokenQuote.tooLong(form.limits().field()));
            return Outcome.BROKEN;
        }
        return Outcome.WHOLE;
    }

    private int lines(byte[] bytes, int end) {
        return isAhead ? 0 : 1 + Lines.count(bytes, start, end);
    }

    /** Gives up all lines of a record, of which the first one is shown. */
    private void rejectWhole(byte[] bytes, int to, int next, int at, int seen, String reason) {
        int end = Lines.end(bytes, start, to);
        broken = new BrokenQuote(start, end, next, Math.min(at < end ? at : across, end), seen, reason);
    }

    /** Gives up the first line; a trouble further down is placed at the quote by which the record got there. */
    private Outcome giveUp(byte[] bytes, int to, int at, int seen, String reason) {
        if (isAhead) {
            return Outcome.BROKEN;
        }
        int end = Lines.end(bytes, start, to);
        int place = at < end || across == NONE ? at : across;
        String advice = !form.backslash() && hasBackslashQuote(bytes, end) ? BrokenQuote.ESCAPE : "";
        broken = new BrokenQuote(start, end, Lines.next(bytes, end, to), Math.min(place, end), seen, reason + advice);
        return Outcome.BROKEN;
    }

    private boolean hasBackslashQuote(byte[] bytes, int end) {
        for (int at = start + 1; at < end; at++) {
            if (bytes[at] == QuoteScan.QUOTE && bytes[at - 1] == '\\') {
                return true;
            }
        }
        return false;
    }
}
