package org.leadscore.ingest.row;

import java.util.Arrays;
import org.leadscore.ingest.scan.RecordForm;

/**
 * Puts the quotes of whole records as FastCSV expects them: no blanks and no byte order mark around them, and two quotes for
 * one behind a backslash. Made for one {@link SegmentText}.
 */
final class UsualQuotes {

    private final String text;
    private final RecordForm form;
    private final char delimiter;
    private final boolean backslash; // true when a quote behind a backslash is text
    private final StringBuilder parsed; // so far
    private int[] omitted = new int[16]; // places in the text
    private int size; // of them
    private int at; // of the next character

    UsualQuotes(String text, RecordForm form) {
        this.text = text;
        this.form = form;
        delimiter = form.delimiter();
        backslash = form.backslash();
        parsed = new StringBuilder(text.length());
        boolean beginsRecord = true;
        while (at < text.length()) {
            field(beginsRecord);
            beginsRecord = at < text.length() && text.charAt(at) != delimiter;
            keepTo(Math.min(at + 1, text.length()));
        }
    }

    String parsed() {
        return parsed.toString();
    }

    /** The places in the text of what is left out, in order. */
    int[] omitted() {
        return Arrays.copyOf(omitted, size);
    }

    private void field(boolean beginsRecord) {
        int start = beginsRecord && at < text.length() && text.charAt(at) == HeaderLike.MARK ? at + 1 : at;
        int opening = behindBlanks(start);
        if (opening == text.length() || text.charAt(opening) != '"' || opening > start && isText(opening)) {
            int end = start;
            while (!endsField(end)) {
                end++;
            }
            keepTo(end);
            return;
        }
        omitTo(opening);
        keepTo(opening + 1);
        while (!isClosing(at)) {
            keepQuotedCharacter();
        }
        keepTo(at + 1);
        omitTo(behindBlanks(at));
    }

    /** True when the quotes behind blanks are text, as text follows them on the line. */
    private boolean isText(int opening) {
        int closing = opening + 1;
        while (!isClosing(closing)) {
            if (isLineEnd(text.charAt(closing))) {
                return false;
            }
            closing += isPair(closing) ? 2 : 1;
        }
        return !endsField(behindBlanks(closing + 1));
    }

    private boolean isClosing(int place) {
        return text.charAt(place) == '"' && !isPair(place);
    }

    /** True for two characters that stand for one quote or backslash. */
    private boolean isPair(int place) {
        char next = place + 1 < text.length() ? text.charAt(place + 1) : ' ';
        return switch (text.charAt(place)) {
            case '"' -> next == '"';
            case '\\' -> backslash && (next == '"' || next == '\\');
            default -> false;
        };
    }

    private void keepQuotedCharacter() {
        char c = text.charAt(at);
        char next = text.charAt(at + 1);
        if (c == '"') {
            keepTo(at + 2);
        } else if (backslash && c == '\\' && next == '"') {
            parsed.append("\"\"");
            at += 2;
        } else if (backslash && c == '\\' && next == '\\') {
            keepTo(at + 1);
            omitTo(at + 1);
        } else {
            keepTo(at + 1);
        }
    }

    private int behindBlanks(int from) {
        int end = from;
        while (end < text.length() && form.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean endsField(int place) {
        return place == text.length() || text.charAt(place) == delimiter || isLineEnd(text.charAt(place));
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void keepTo(int end) {
        parsed.append(text, at, end);
        at = end;
    }

    private void omitTo(int end) {
        for (; at < end; at++) {
            if (size == omitted.length) {
                omitted = Arrays.copyOf(omitted, 2 * size);
            }
            omitted[size] = at;
            size++;
        }
    }
}
