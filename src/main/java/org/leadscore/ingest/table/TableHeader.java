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
import org.leadscore.ingest.foreign.OrdinaryStream;
import org.leadscore.ingest.row.HeaderLike;
import org.leadscore.ingest.row.RowRules;
import org.leadscore.ingest.scan.BrokenQuote;
import org.leadscore.ingest.scan.HeaderScan;
import org.leadscore.ingest.scan.Lines;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Place;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.Layout;

/**
 * The first record of a table: the names of its columns and its delimiter. {@link Table} reads it.
 *
 * @param names stripped; blank for columns without a name
 * @param padded the names before they were stripped
 * @param columns the place of each name in its line, in characters from 1
 * @param line in which the header begins, from 1; the first row's where the rule file names the columns
 * @param lines number of physical lines down to the end of the header
 * @param above number of lines above the header that were not to be skipped, and are not blank; below 0 where other rows of the
 *     file are read elsewhere, and it is told there
 * @param firstLikeRow the first of these lines that may be a row, as it has as many fields as the header or an @; 0 for none
 */
record TableHeader(
        List<String> names,
        List<String> padded,
        List<Integer> columns,
        char delimiter,
        long line,
        long lines,
        long above,
        long firstLikeRow) {

    /** The most lines among which a header is looked for. */
    static final int MOST_LINES = 50;

    private static final int MOST_COLUMNS = 100_000;
    private static final int MOST_QUOTED = 1 << 16; // bytes that a line above the header may have in quotes
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    TableHeader {
        names = List.copyOf(names);
        padded = List.copyOf(padded);
        columns = List.copyOf(columns);
    }

    /** Copies the header with another number of lines before the rows, for when some rows are passed over. */
    TableHeader withLines(long others) {
        return new TableHeader(
                names, padded, columns, delimiter, line, others, others == lines ? above : -1, firstLikeRow);
    }

    /** True unless rows stand above those that are read, and below the header. */
    boolean isAboveRows() {
        return above >= 0;
    }

    /**
     * Takes the header, and the lines above it, out of the window.
     *
     * @param encoding of the file, for messages
     * @throws InputException when there is no header, or it cannot be read
     */
    static TableHeader read(ByteWindow window, String file, Dialect dialect, String encoding) throws IOException {
        return new Reader(window, file, encoding, dialect).read();
    }

    /** The state of reading one header. */
    private static final class Reader {

        private final ByteWindow window;
        private final String file; // its name
        private final String encoding; // its name
        private final boolean backslash; // true when a quote behind a backslash is text within quotes
        private final boolean isForeign; // true when columns in the text are not those of the file
        private final boolean pads;
        private final @Nullable Character given; // the delimiter; null where it is to be found
        private final int skip;
        private final Layout layout;
        private int start; // of the line that is looked at, in the window
        private long line = 1; // number of that line in the file
        private long above; // lines above the header that are not blank, and not skipped
        private long firstLikeRow; // the first of them that may be a row; 0 for none

        private Reader(ByteWindow window, String file, String encoding, Dialect dialect) {
            this.window = window;
            this.file = file;
            this.encoding = encoding;
            layout = dialect.layout();
            isForeign = layout.isForeign();
            backslash = !isForeign && dialect.escapesByBackslash();
            pads = dialect.padsShortRows();
            given = isForeign ? (Character) OrdinaryStream.DELIMITER : dialect.delimiter();
            skip = dialect.skip();
        }

        private TableHeader read() throws IOException {
            skipLines(skip);
            if (!layout.header().isEmpty()) {
                return named();
            }
            skipEmptyLines();
            if (!layout.known().isEmpty()) {
                findKnown();
            }
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
                columns.add(isForeign ? Place.UNKNOWN : column);
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
            return new TableHeader(names, padded, columns, delimiter, line, last, above, firstLikeRow);
        }

        /** The header that the rule file names; the rows begin at the start. */
        private TableHeader named() throws IOException {
            List<String> names = layout.header();
            long before = line - 1;
            char delimiter = fitting(names.size());
            window.drop(start);
            List<Integer> columns = names.stream().map(name -> Place.UNKNOWN).toList();
            return new TableHeader(names, names, columns, delimiter, line, before, 0, 0);
        }

        /**
         * The delimiter that gives most of the first lines as many fields as the header names.
         *
         * @throws InputException when no line has so many
         */
        private char fitting(int columns) throws IOException {
            char best = given == null ? DELIMITERS[0] : given;
            int most = 0;
            int fewest = -1; // fields of the first row, by the best delimiter
            for (char delimiter : given == null ? DELIMITERS : new char[] {given}) {
                int fitting = 0;
                int first = -1;
                int from = start;
                for (int i = 0; i < MOST_LINES && isThere(from); i++) {
                    int end = completeLine(from);
                    HeaderScan scan = quietly(from, new char[] {delimiter});
                    if (scan.trouble() == null && end > from) {
                        int fields = scan.fields().size();
                        first = first < 0 ? fields : first;
                        fitting += fields == columns || pads && fields < columns ? 1 : 0;
                    }
                    from = Lines.next(window.bytes(), end, window.length());
                }
                if (fitting > most || most == 0 && first > fewest) {
                    most = Math.max(most, fitting);
                    best = delimiter;
                    fewest = first;
                }
            }
            if (most == 0 && fewest >= 0) {
                throw new InputException(Place.of(file, line, 1) + ": the first row has " + fewest
                        + (fewest == 1 ? " field" : " fields") + ", and header names " + columns
                        + (columns == 1 ? " column" : " columns") + "; name each column of the file, in its order");
            }
            return best;
        }

        /** Goes on to the first line that has the columns by which the header is known; stays where no near one has. */
        private void findKnown() throws IOException {
            int first = start;
            long firstLine = line;
            List<Integer> starts = new ArrayList<>();
            for (int i = 0; i < MOST_LINES && isThere(start); i++) {
                HeaderScan scan = quietly(start, given == null ? DELIMITERS : new char[] {given});
                if (scan.trouble() == null && isKnown(scan)) {
                    firstLikeRow = firstLikeRow(starts, scan, firstLine);
                    return;
                }
                starts.add(start);
                int end = completeLine();
                above += end > start ? 1 : 0;
                nextLine(end);
            }
            above = 0;
            start = first;
            line = firstLine;
        }

        /** The first line that may be a row, of those that begin at some places; 0 for none. */
        private long firstLikeRow(List<Integer> starts, HeaderScan header, long firstLine) throws IOException {
            char[] delimiter = {given == null ? header.commonest() : given};
            int width = quietly(start, delimiter).fields().size();
            for (int i = 0; i < starts.size(); i++) {
                int from = starts.get(i);
                int end = completeLine(from);
                HeaderScan scan = quietly(from, delimiter);
                boolean isAsWide =
                        width > 1 && scan.trouble() == null && scan.fields().size() == width;
                if (end > from && (isAsWide || hasAt(from, end))) {
                    return firstLine + i;
                }
            }
            return 0;
        }

        private boolean hasAt(int from, int end) {
            for (int i = from; i < end; i++) {
                if (window.bytes()[i] == '@') {
                    return true;
                }
            }
            return false;
        }

        private boolean isKnown(HeaderScan found) throws IOException {
            HeaderScan scan = given == null ? quietly(start, new char[] {found.commonest()}) : found;
            List<String> names = new ArrayList<>();
            for (HeaderScan.Span field : scan.fields()) {
                String name = field.text(window.bytes(), backslash);
                names.add(Text.strip(names.isEmpty() ? HeaderLike.withoutMark(name) : name));
            }
            return scan.trouble() == null && names.containsAll(layout.known());
        }

        /** Scans a record that may be none. */
        private HeaderScan quietly(int from, char[] delimiters) throws IOException {
            completeLine(from);
            HeaderScan scan = HeaderScan.of(window.bytes(), from, window.length(), delimiters, backslash);
            while (scan.reachedEnd() && !window.hasEnded() && window.length() - from < MOST_QUOTED) {
                window.grow();
                scan = HeaderScan.of(window.bytes(), from, window.length(), delimiters, backslash);
            }
            return scan;
        }

        /** True when the text goes on at a place. */
        private boolean isThere(int place) throws IOException {
            while (place >= window.length() && !window.hasEnded()) {
                window.grow();
            }
            return place < window.length();
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
            return completeLine(start);
        }

        private int completeLine(int from) throws IOException {
            int end = Lines.end(window.bytes(), from, window.length());
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
            int column = isForeign ? Place.UNKNOWN : Lines.column(window.bytes(), start, at);
            return Place.of(file, line + down, column);
        }
    }
}
