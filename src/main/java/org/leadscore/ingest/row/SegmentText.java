package org.leadscore.ingest.row;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.leadscore.ingest.scan.Lines;

/**
 * A segment's bytes decoded as UTF-8, with a mark in the place of those that cannot be decoded.
 *
 * @param marked true when undecodable bytes stand as {@link #MARK}, false when there are none
 */
public record SegmentText(String text, boolean marked) {

    /** The mark: half of a surrogate pair, which no decoder yields alone. */
    private static final char MARK = '\uDFFF';

    private static final char REPLACEMENT = '\uFFFD';

    /** Decodes the bytes from {@code from} on and before {@code to}. */
    public static SegmentText decode(byte[] bytes, int from, int to) {
        String text = Lines.text(bytes, from, to);
        if (text.indexOf(REPLACEMENT) < 0) {
            return new SegmentText(text, false);
        }
        try {
            String marked = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(String.valueOf(MARK))
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            return new SegmentText(marked, !marked.equals(text));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("faulty bytes were to be replaced", e);
        }
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
