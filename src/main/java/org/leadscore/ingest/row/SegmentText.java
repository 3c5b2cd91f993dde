package org.leadscore.ingest.row;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.ingest.scan.RecordForm;
import org.leadscore.lead.Eight;

/**
 * A segment's bytes decoded as UTF-8, with a mark in the place of those that cannot be decoded, and the text that FastCSV gets:
 * without blanks around quotes, and with a doubled quote for one behind a backslash.
 */
public final class SegmentText {

    /** The mark: half of a surrogate pair, which no decoder yields alone. */
    private static final char MARK = '\uDFFF';

    private static final int[] NOTHING = {};

    private static final char REPLACEMENT = '\uFFFD';

    private final String text; // as the file has it
    private final boolean isAscii;
    private final boolean marked; // true when undecodable bytes stand as MARK
    private final String parsed; // the text that FastCSV gets
    private final int[] omitted; // the places in the text of what FastCSV does not get, in order

    private SegmentText(String text, boolean isAscii, boolean marked, String parsed, int[] omitted) {
        this.text = text;
        this.isAscii = isAscii;
        this.marked = marked;
        this.parsed = parsed;
        this.omitted = omitted;
    }

    static SegmentText empty() {
        return new SegmentText("", true, false, "", NOTHING);
    }

    /** Decodes bytes whose quotes are as FastCSV expects them. */
    public static SegmentText decode(byte[] bytes, int from, int to) {
        String text = Lines.text(bytes, from, to);
        boolean isAscii = text.length() == to - from && isAscii(bytes, from, to);
        if (isAscii || text.indexOf(REPLACEMENT) < 0) {
            return new SegmentText(text, isAscii, false, text, NOTHING);
        }
        try {
            String marked = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(String.valueOf(MARK))
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            return new SegmentText(marked, false, !marked.equals(text), marked, NOTHING);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("faulty bytes were to be replaced", e);
        }
    }

    /** A copy with the quotes put as FastCSV expects them; the text has to be of whole records, none of them broken. */
    public SegmentText withUsualQuotes(RecordForm form) {
        UsualQuotes quotes = new UsualQuotes(text, form);
        return new SegmentText(text, isAscii, marked, quotes.parsed(), quotes.omitted());
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        long all = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            all |= Eight.at(bytes, at);
        }
        return !Eight.beyondAscii(all | Eight.few(bytes, at, to - at));
    }

    /** False when a character beyond ASCII may be in it. */
    boolean isAscii() {
        return isAscii;
    }

    /** True when FastCSV gets the whole text. */
    boolean omitsNothing() {
        return omitted.length == 0;
    }

    /** The text that FastCSV gets. */
    public String parsed() {
        return parsed;
    }

    /** True when undecodable bytes stand as a mark, false when there are none. */
    boolean marked() {
        return marked;
    }

    /** The place in the file's text of one in the parsed text, what was left out right before it not included. */
    int inFile(int at) {
        return rowInFile(at + 1) - 1;
    }

    /** The place in the file's text at which a row begins that begins at a place of the parsed text. */
    int rowInFile(int at) {
        int before = 0; // each of these was left out before that place, and none from the next number on
        int others = omitted.length;
        while (before < others) {
            int middle = (before + others) >>> 1;
            if (omitted[middle] - middle < at) {
                before = middle + 1;
            } else {
                others = middle;
            }
        }
        return at + before;
    }

    /** The place of the first blank that was left out from one place of the file's text to another; -1 when none was. */
    int omittedBlank(int from, int to) {
        int place = Arrays.binarySearch(omitted, from);
        for (int i = place < 0 ? -place - 1 : place; i < omitted.length && omitted[i] < to; i++) {
            if (text.charAt(omitted[i]) == ' ' || text.charAt(omitted[i]) == '\t') {
                return omitted[i];
            }
        }
        return -1;
    }

    /** True when a byte order mark was left out at a place of the file's text. */
    boolean omitsMark(int at) {
        return Arrays.binarySearch(omitted, at) >= 0 && text.charAt(at) == HeaderLike.MARK;
    }

    /** The first undecodable place before {@code to}, in chars; -1 when there is none. */
    int undecodable(int from, int to) {
        for (int at = from; marked && at < to; at++) {
            if (text.charAt(at) == MARK && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)))) {
                return at;
            }
        }
        return -1;
    }

    /** The text from one place to another, undecodable bytes as U+FFFD. */
    String raw(int from, int to) {
        StringBuilder raw = new StringBuilder(text.substring(from, to));
        for (int at = undecodable(from, to); at >= 0; at = undecodable(at + 1, to)) {
            raw.setCharAt(at - from, REPLACEMENT);
        }
        return raw.toString();
    }

    /** The column of a place in its physical line, in characters from 1. */
    int column(int at) {
        int start = at;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return text.codePointCount(start, at) + 1;
    }
}
