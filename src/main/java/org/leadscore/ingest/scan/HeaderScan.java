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

    /** A field from its first byte, the quote if it has one, to its last; without blanks around quotes. */
    public record Span(int start, int end) {

        /**
         * The field's text without its quotes.
         *
         * @param backslash true when a quote behind a backslash is text within quotes
         */
        public String text(byte[] bytes, boolean backslash) {
            String text = Lines.text(bytes, start, end);
            if (!text.startsWith("\"")) {
                return text;
            }
            StringBuilder unquoted = new StringBuilder();
            for (int i = 1; i < text.length() - 1; i++) {
                char c = text.charAt(i);
                boolean isEscaped = backslash && c == '\\' && "\"\\".indexOf(text.charAt(i + 1)) >= 0;
                i += c == '"' || isEscaped && i + 1 < text.length() - 1 ? 1 : 0;
                unquoted.append(text.charAt(i));
            }
            return unquoted.toString();
        }
    }

    /**
     * Scans the record that begins at {@code start}. Of equally common delimiters the first counts as the commonest.
     *
     * @param to behind the last byte that is there
     * @param backslash true when a quote behind a backslash is text within quotes
     */
    public static HeaderScan of(byte[] bytes, int start, int to, char[] delimiters, boolean backslash) {
        return new Scan(bytes, start, to, delimiters, backslash).run();
    }

    /** The state of one scan. */
    private static final class Scan {

        private final byte[] bytes;
        private final int to; // behind the last byte
        private final char[] delimiters; // those that are possible
        private final byte[][] encoded; // the delimiters in UTF-8
        private final int[] counts; // by delimiter: how often it stands between fields
        private final List<Span> fields = new ArrayList<>();
        private final QuotedField quoting;
        private int position; // of the next byte

        private Scan(byte[] bytes, int start, int to, char[] delimiters, boolean backslash) {
            quoting = new QuotedField(new RecordForm(delimiters[0], 0, false, backslash, RecordLimits.USUAL));
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
                int opening = behindBlanks(position);
                if (opening < to && bytes[opening] == QuoteScan.QUOTE) {
                    int closing = opening + 1 < to ? quoting.closing(bytes, opening + 1, to - 1) : to - 1;
                    if (closing == to - 1) {
                        boolean tooLong = to - opening > RecordLimits.USUAL.field() + 1;
                        return result(opening, !tooLong, BrokenQuote.NEVER_CLOSED);
                    }
                    int end = behindBlanks(closing + 1);
                    boolean hasTextBehind = end < to && !Lines.isEnd(bytes[end]) && delimiterAt(end) < 0;
                    boolean isText =
                            hasTextBehind && opening > position && Lines.end(bytes, opening, closing) == closing;
                    if (hasTextBehind && !isText) {
                        return result(closing + 1, false, BrokenQuote.TEXT_AFTER);
                    }
                    if (isText) {
                        addUnquoted(opening);
                    } else {
                        fields.add(new Span(opening, closing + 1));
                        position = end;
                    }
                } else {
                    addUnquoted(opening);
                }
                if (position == to || Lines.isEnd(bytes[position])) {
                    return result(position, position + 1 >= to, null);
                }
                int delimiter = delimiterAt(position);
                counts[delimiter]++;
                position += encoded[delimiter].length;
            }
        }

        /** Adds the field at the position, which has no delimiter before {@code seen}, and goes behind it. */
        private void addUnquoted(int seen) {
            int field = position;
            position = seen;
            while (position < to && !Lines.isEnd(bytes[position]) && delimiterAt(position) < 0) {
                position++;
            }
            fields.add(new Span(field, position));
        }

        private int behindBlanks(int from) {
            int at = from;
            while (at < to && (bytes[at] == ' ' || bytes[at] == '\t') && delimiterAt(at) < 0) {
                at++;
            }
            return at;
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
