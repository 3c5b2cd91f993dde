package org.leadscore.ingest.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.row.HeaderLike;
import org.leadscore.ingest.row.RowRules;
import org.leadscore.ingest.scan.BrokenQuote;
import org.leadscore.ingest.scan.HeaderScan;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.rules.source.Dialect;

/**
 * The first record of a table: the names of its columns and its delimiter. {@link Table} reads it.
 *
 * @param names stripped; blank for columns without a name
 * @param padded the names before they were stripped
 * @param columns the place of each name in its line, in characters from 1
 * @param line in which the header begins, from 1
 * @param lines number of physical lines down to the end of the header
 */
record TableHeader(
        List<String> names, List<String> padded, List<Integer> columns, char delimiter, long line, long lines) {

    private static final int MOST_COLUMNS = 100_000;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    TableHeader {
        names = List.copyOf(names);
        padded = List.copyOf(padded);
        columns = List.copyOf(columns);
    }

    /** Copies the header with another number of lines before the rows, for when some rows are passed over. */
    TableHeader withLines(long others) {
        return new TableHeader(names, padded, columns, delimiter, line, others);
    }

    /**
     * Takes the header, and the lines above it, out of the window.
     *
     * @param encoding of the file, for messages
     * @throws InputException when there is no header, or it cannot be read
     */
    static TableHeader read(ByteWindow window, String file, Dialect dialect, String encoding) throws IOException {
        return new Reader(window, file, encoding, dialect.escapesByBackslash())
                .read(dialect.delimiter(), dialect.skip());
    }

    /** The state of reading one header. */
    private static final class Reader {

        private final ByteWindow window;
        private final String file; // its name
        private final String encoding; // its name
        private final boolean backslash; // true when a quote behind a backslash is text within quotes
        private int start; // of the line that is looked at, in the window
        private long line = 1; // number of that line in the file

        private Reader(ByteWindow window, String file, String encoding, boolean backslash) {
            this.window = window;
            this.file = file;
            this.encoding = encoding;
            this.backslash = backslash;
        }

        private TableHeader read(@Nullable Character given, int skip) throws IOException {
            skipLines(skip);
            skipEmptyLines();
            HeaderScan scan = scan(given == null ? DELIMITERS : new char[] {given});
            char delimiter = scan.commonest();
            if (given == null) {
                scan = scan(new char[] {delimiter});
            }
            refuseUndecodable(scan.end());
            List<String> padded = new ArrayList<>();
            List<Integer> columns = new ArrayList<>();
            int place = start;
            int column = 1;
            for (HeaderScan.Span field : scan.fields()) {
                String name = field.text(window.bytes(), backslash);
                padded.add(padded.isEmpty() ? HeaderLike.withoutMark(name) : name);
                column = Lines.column(window.bytes(), place, column, field.start());
                place = field.start();
                columns.add(column);
            }
            if (columns.size() > MOST_COLUMNS) {
                throw new InputException(place(scan.fields().get(MOST_COLUMNS).start())
                        + String.format(
                                Locale.ROOT,
                                ": the header has %,d columns, and no more than %,d can be read;"
                                        + " export only those that are needed",
                                columns.size(),
                                MOST_COLUMNS));
            }
            List<String> names = padded.stream().map(Text::strip).toList();
            if (names.stream().allMatch(String::isEmpty)) {
                throw new InputException(file + ":" + line + ":1: no column has a name; the header must name them");
            }
            int next = Lines.next(window.bytes(), scan.end(), window.length());
            long last = line + Lines.count(window.bytes(), start, next) - 1;
            window.drop(next);
            return new TableHeader(names, padded, columns, delimiter, line, last);
        }

        private void skipLines(int skip) throws IOException {
            for (int i = 0; i < skip; i++) {
                int end = completeLine();
                if (end == window.length()) {
                    throw new InputException(
                            file + ": ends after line " + i + ", though " + skip + " lines are to be skipped");
                }
                nextLine(end);
            }
        }

        private void skipEmptyLines() throws IOException {
            int end = completeLine();
            while (end == start && end < window.length()) {
                nextLine(end);
                end = completeLine();
            }
            if (end == window.length()) {
                throw new InputException(
                        line == 1
                                ? file + ": is empty; a table has a header and rows"
                                : file + ": ends after line " + (line - 1) + " without a header");
            }
        }

        private void nextLine(int end) {
            start = Lines.next(window.bytes(), end, window.length());
            line++;
        }

        /** The end of the line at the start, with a byte behind it unless the file ends there. */
        private int completeLine() throws IOException {
            int end = Lines.end(window.bytes(), start, window.length());
            while (end + 1 >= window.length() && !window.hasEnded()) {
                window.grow();
                end = Lines.end(window.bytes(), end, window.length());
            }
            return end;
        }

        private HeaderScan scan(char[] delimiters) throws IOException {
            HeaderScan scan = HeaderScan.of(window.bytes(), start, window.length(), delimiters, backslash);
            while (scan.reachedEnd() && !window.hasEnded()) {
                window.grow();
                scan = HeaderScan.of(window.bytes(), start, window.length(), delimiters, backslash);
            }
            if (scan.trouble() != null) {
                String reason = BrokenQuote.NEVER_CLOSED.equals(scan.trouble())
                        ? "the header has " + scan.trouble() + "; close it"
                        : "the header has " + scan.trouble() + "; double the quotes within a quoted name";
                throw new InputException(place(scan.end()) + ": " + reason);
            }
            return scan;
        }

        private void refuseUndecodable(int end) {
            ByteBuffer header = ByteBuffer.wrap(window.bytes(), start, end - start);
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            if (decoder.decode(header, CharBuffer.allocate(end - start), true).isError()) {
                throw new InputException(place(header.position()) + ": the header has bytes that are not " + encoding
                        + "; write the file's encoding beside its path, such as encoding: " + RowRules.OTHER_ENCODING);
            }
        }

        private String place(int at) {
            long down = Lines.count(window.bytes(), start, at);
            return file + ":" + (line + down) + ":" + Lines.column(window.bytes(), start, at);
        }
    }
}
