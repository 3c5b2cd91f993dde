package org.leadscore.ingest.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a header, found byte by byte, with several characters that may turn out to be the delimiter. Used by
 * {@code TableHeader}.
 *
 * @param commonest the delimiter that occurs most often
 * @param end of the record, before its line end; the place of the trouble when there is trouble
 * @param reachedEnd true when more bytes could change the result
 * @param trouble one of the reasons of {@link BrokenQuote}, or null
 */
public record HeaderScan(
        char commonest,
        List<Span> fields,
        int end,
        boolean reachedEnd,
        @Nullable String trouble) {

    /** A field from its first byte, the quote if it has one, to its last. */
    public record Span(int start, int end) {

        /** The field's text without its quotes. */
        public String text(byte[] bytes) {
            String text = Lines.text(bytes, start, end);
            return text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
        }
    }

    /**
     * Scans the record that begins at {@code start}. Of equally common delimiters the first counts as the commonest.
     *
     * @param to behind the last byte that is there
     */
    public static HeaderScan of(byte[] bytes, int start, int to, char[] delimiters) {
        return new Scan(bytes, start, to, delimiters).run();
    }

    /** The state of one scan. */
    private static final class Scan {

        private final byte[] bytes;
        private final int to; // behind the last byte
        private final char[] delimiters; // those that are possible
        private final byte[][] encoded; // the delimiters in UTF-8
        private final int[] counts; // by delimiter: how often it stands between fields
        private final List<Span> fields = new ArrayList<>();
        private int position; // of the next byte

        private Scan(byte[] bytes, int start, int to, char[] delimiters) {
            this.bytes = bytes;
            this.position = start;
            this.to = to;
            this.delimiters = delimiters;
            encoded = new byte[delimiters.length][];
            Arrays.setAll(encoded, i -> String.valueOf(delimiters[i]).getBytes(StandardCharsets.UTF_8));
            counts = new int[delimiters.length];
        }

        private HeaderScan run() {
            while (true) {
                int field = position;
                if (position < to && bytes[position] == '"') {
                    int closing = closing(position + 1);
                    if (closing == to) {
                        boolean tooLong = to - field > QuoteScan.LIMIT + 1;
                        return result(field, !tooLong, BrokenQuote.NEVER_CLOSED);
                    }
                    position = closing + 1;
                }
                boolean quoted = position > field;
                if (quoted && position < to && !Lines.isEnd(bytes[position]) && delimiterAt(position) < 0) {
                    return result(position, false, BrokenQuote.TEXT_AFTER);
                }
                while (position < to && !Lines.isEnd(bytes[position]) && delimiterAt(position) < 0) {
                    position++;
                }
                fields.add(new Span(field, position));
                if (position == to || Lines.isEnd(bytes[position])) {
                    return result(position, position + 1 >= to, null);
                }
                int delimiter = delimiterAt(position);
                counts[delimiter]++;
                position += encoded[delimiter].length;
            }
        }

        private int closing(int from) {
            int quote = Lines.indexOf((byte) '"', bytes, from, to);
            while (quote + 1 < to && bytes[quote + 1] == '"') {
                quote = Lines.indexOf((byte) '"', bytes, quote + 2, to);
            }
            return Math.min(quote, to);
        }

        private int delimiterAt(int at) {
            for (int i = 0; i < encoded.length; i++) {
                int end = at + encoded[i].length;
                if (end <= to && Arrays.equals(bytes, at, end, encoded[i], 0, encoded[i].length)) {
                    return i;
                }
            }
            return -1;
        }

        private HeaderScan result(int end, boolean reachedEnd, @Nullable String trouble) {
            int commonest = 0;
            for (int i = 1; i < counts.length; i++) {
                if (counts[i] > counts[commonest]) {
                    commonest = i;
                }
            }
            return new HeaderScan(delimiters[commonest], List.copyOf(fields), end, reachedEnd, trouble);
        }
    }
}
