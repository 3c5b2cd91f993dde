package org.leadscore.report.earlier;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.input.Input;
import org.leadscore.lead.CellText;
import org.leadscore.problem.Excerpt;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Nearest;
import org.leadscore.problem.Trouble;

/**
 * Reads a table in UTF-8 that is kept from run to run, by this program or for it. Unlike an export the table is refused
 * as a whole when one row of it is broken: a memory with holes is worse than none.
 */
final class KeptTable {

    /** Takes the rows of a table in their order. */
    @FunctionalInterface
    interface Rows {
        /**
         * Takes a row.
         *
         * @param line of the file in which it begins, from 1
         * @param cells in the order of the columns that were asked for
         */
        void take(long line, List<String> cells);
    }

    /** Names the columns of a table that may be called otherwise in it. */
    interface Naming {
        /** A naming by which columns are called as in the table. */
        Naming AS_THEY_ARE = header -> header;

        /** The names of columns, by what stands in the header. */
        List<String> names(List<String> header);

        /** The names of columns where the header alone does not tell them; {@code firstRow} is empty when there is none. */
        default List<String> names(List<String> header, List<String> firstRow) {
            return names(header);
        }
    }

    private static final String DELIMITERS = ",;\t|";
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int MOST_NAMED = 20;
    private static final char MARK = '\uFEFF';

    private final Input input;
    private final String remedy;
    private final Naming naming;

    /**
     * A table that is still to be read.
     *
     * @param remedy the advice for a broken row, to stand behind the fault
     */
    KeptTable(Input input, String remedy) {
        this(input, remedy, Naming.AS_THEY_ARE);
    }

    KeptTable(Input input, String remedy, Naming naming) {
        this.input = input;
        this.remedy = remedy;
        this.naming = naming;
    }

    /** Reads all rows as {@link #read(List, List, List, char, Rows)} does. */
    List<String> read(List<String> columns, List<String> more, char other, Rows rows) {
        return read(columns, more, List.of(), other, rows);
    }

    /**
     * Reads all rows. The delimiter is the first by which the header has all columns: comma, semicolon, tab, pipe, or another.
     *
     * @param columns that must be there
     * @param more columns that may be there; their cells follow, blank if they are not
     * @param own columns that may be there, and of whose name there may be others further right; their cells come last
     * @param other one more delimiter to try
     * @return the names of all columns
     * @throws InputException with the place of the first broken row
     */
    List<String> read(List<String> columns, List<String> more, List<String> own, char other, Rows rows) {
        try (BufferedReader text = open()) {
            List<String> longest = List.of();
            long above = input.isSheet() ? skipBlankRows(text) : 0;
            text.mark(LONGEST_HEADER);
            String first = text.readLine();
            text.reset();
            skipMark(text);
            for (char delimiter : (DELIMITERS + other).toCharArray()) {
                List<String> header = header(first, delimiter);
                List<String> names = naming.names(header);
                if (!names.containsAll(columns)) {
                    names = naming.names(header, firstRow(delimiter));
                }
                if (names.containsAll(columns)) {
                    List<String> found = names;
                    List<String> asked = new ArrayList<>(columns);
                    asked.addAll(more);
                    IntStream places = IntStream.concat(
                            asked.stream().mapToInt(column -> place(column, found)),
                            own.stream().mapToInt(found::indexOf));
                    read(text, format(delimiter), places.toArray(), found, above, rows);
                    return found;
                }
                longest = header.size() > longest.size() ? header : longest;
            }
            throw missing(columns, longest);
        } catch (CharacterCodingException undecodable) {
            throw broken(firstUndecodable(), "the line has bytes that are not UTF-8", undecodable);
        } catch (IOException unreadable) {
            throw new InputException(input.name() + ": cannot be read, " + Trouble.of(unreadable), unreadable);
        }
    }

    /**
     * The exception for a row whose cells make no sense.
     *
     * @param line of the file, from 1
     * @param what is wrong
     */
    InputException broken(long line, String what) {
        return new InputException(message(line, what));
    }

    private InputException broken(long line, String what, Exception cause) {
        return new InputException(message(line, what), cause);
    }

    private String message(long line, String what) {
        return input.name() + ":" + line + ":1: " + Excerpt.of(what) + "; " + remedy;
    }

    /** @param above how many lines stand above the header */
    private void read(BufferedReader text, CSVFormat format, int[] places, List<String> header, long above, Rows rows)
            throws IOException {
        try (CSVParser parser = CSVParser.parse(text, nullUnlessQuoted(format))) {
            Iterator<CSVRecord> records = parser.iterator();
            long line = above + 1;
            for (CSVRecord row = next(records, line); row != null; row = next(records, line)) {
                boolean isEmptyLine = row.size() == 1 && row.get(0) == null;
                boolean isPadded = input.isSheet() && row.size() < header.size(); // it has no cells behind its last one
                if (!isEmptyLine && !isPadded && row.size() != header.size()) {
                    throw broken(
                            line,
                            "the row has %d field%s and the header %d"
                                    .formatted(row.size(), row.size() == 1 ? "" : "s", header.size()));
                }
                if (!isEmptyLine && line > above + 1) {
                    rows.take(line, cells(row, places));
                }
                line = above + parser.getCurrentLineNumber() + 1;
            }
        }
    }

    private @Nullable CSVRecord next(Iterator<CSVRecord> records, long line) throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException failure) {
            if (failure.getCause() instanceof CharacterCodingException undecodable) {
                throw undecodable;
            }
            throw broken(line, "a quote is not closed, or has text behind it", failure);
        } catch (NoSuchElementException | IllegalStateException failure) {
            throw broken(line, "a quote is not closed, or has text behind it", failure);
        }
    }

    private static List<String> cells(CSVRecord row, int[] places) {
        List<String> cells = new ArrayList<>(places.length);
        for (int place : places) {
            cells.add(place < 0 || place >= row.size() ? "" : Objects.requireNonNullElse(row.get(place), ""));
        }
        return cells;
    }

    private int place(String column, List<String> header) {
        int first = header.indexOf(column);
        if (first != header.lastIndexOf(column)) {
            throw new InputException(input.name() + ":1:1: the header names the column '" + column
                    + "' twice; give one of them another name");
        }
        return first;
    }

    private InputException missing(List<String> columns, List<String> header) {
        String column = columns.stream()
                .filter(name -> !header.contains(name))
                .findFirst()
                .orElseThrow();
        String hint = header.isEmpty()
                ? "; the file is empty, not even a header is in it; " + remedy
                : Nearest.hint(
                        column,
                        header,
                        "; the columns are " + CellText.columns(header, Listing.of(header, MOST_NAMED)));
        return new InputException(
                input.name() + ":1:1: there is no column '" + Excerpt.of(column) + "'" + Excerpt.of(hint));
    }

    /** The cells of the row below the header; empty when there is none, or the naming does not need it. */
    private List<String> firstRow(char delimiter) throws IOException {
        if (naming == Naming.AS_THEY_ARE) {
            return List.of();
        }
        try (BufferedReader text = open()) {
            if (input.isSheet()) {
                skipBlankRows(text);
            }
            skipMark(text);
            Iterator<CSVRecord> records =
                    CSVParser.parse(text, format(delimiter)).iterator();
            records.next();
            return records.next().toList();
        } catch (NoSuchElementException | UncheckedIOException | IllegalStateException notThere) {
            return List.of();
        }
    }

    private static List<String> header(@Nullable String line, char delimiter) throws IOException {
        if (line == null) {
            return List.of();
        }
        String text = line.startsWith(String.valueOf(MARK)) ? line.substring(1) : line;
        try (CSVParser parser = CSVParser.parse(text, format(delimiter))) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext()
                    ? records.next().stream().map(String::strip).toList()
                    : List.of();
        } catch (UncheckedIOException | IllegalStateException broken) {
            return List.of();
        }
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The same form, by which a blank cell is null unless it has quotes: an empty line is no row, a line of two quotes is one. */
    private static CSVFormat nullUnlessQuoted(CSVFormat format) {
        return format.builder()
                .setNullString("")
                .setQuoteMode(QuoteMode.ALL_NON_NULL)
                .get();
    }

    private BufferedReader open() throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        input.open(),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    /** Passes over the rows of a sheet that are blank and stand above its header, and tells how many. */
    private static long skipBlankRows(BufferedReader text) throws IOException {
        long rows = 0;
        text.mark(1);
        while (text.read() == '\n') {
            rows++;
            text.mark(1);
        }
        text.reset();
        return rows;
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
    }

    private long firstUndecodable() {
        long line = 1;
        try (InputStream in = input.open()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    bytes.write(b);
                    continue;
                }
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
                bytes.reset();
                line++;
            }
        } catch (IOException here) {
            return line;
        }
        return line;
    }
}
