package org.leadscore.ingest.row;

import java.io.Serializable;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * Counts, by kind and column, of what was found in the rows of a table or a source and is neither plain nor a reason to reject
 * them, with the first place of each. Filled by {@code Table}, and added up in the order of files; the same for any chunks and
 * threads. Not thread-safe.
 */
public final class Oddities implements Serializable {

    /** The kinds of oddities, in the order in which they are told. */
    public enum Kind {
        /** Files with semicolons between their fields, as was found from the header; their place is that of the header. */
        SEMICOLONS,
        /** The same of tabs. */
        TABS,
        /** The same of pipes. */
        PIPES,
        /** Files in UTF-16, as their byte order marks say. */
        UTF_16,
        /** Rows at the end of growing files that are not written to their end yet, and are not read. */
        UNFINISHED,
        /** Lines above the header that nobody said to skip; their place is that of the header. */
        ABOVE_HEADER,
        /** Files with a line above the header that may be a row; their place is that of the first such line. */
        LIKE_ROW_ABOVE,
        /** Lines outside the section that is read. */
        OUTSIDE_SECTION,
        /** Rows behind a blank line with another number of fields than the header, which are not read. */
        FOOTER,
        /** Rows with empty or blank fields behind the last column. */
        EMPTY_AT_END,
        /** Rows with fewer fields than the header, and not blank altogether. */
        SHORT,
        /** Rows with blanks around the quotes of a field. */
        BLANKS_AROUND_QUOTES,
        /** Rows that a byte order mark begins. */
        BYTE_ORDER_MARK,
        /** Values of a column with a guard against formulas, or written as a formula for a text. */
        GUARD,
        /** Values of a column that should be JSON, and are not; what is made of them is blank. */
        NO_JSON,
        /** Rows that do not count, as the source says. */
        LEFT_OUT,
        /** Values of a column by which rows are left out, which should be numbers and are none. */
        NO_NUMBER,
        /** The same of dates. */
        NO_DATE,
        /** Rows of several lines, in quotes, that look like rows themselves. */
        LINES_LIKE_ROWS,
        /** Ids of a column that were numbers once, so that several ids may have become one. */
        ROUNDED_ID,
        /** Rows with bytes 80 to 9F of ISO-8859-1, which are letters in windows-1252. */
        CONTROL,
        /** Rows with bytes that are no UTF-8, which was assumed as nothing else is said. */
        UNDECODABLE,
        /** Rows in UTF-8 with characters beyond ASCII. */
        BEYOND_ASCII
    }

    /**
     * A kind, and the column that it is counted for.
     *
     * @param column blank for what is counted by rows
     */
    private record Key(Kind kind, String column) implements Comparable<Key>, Serializable {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::column);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** A count, and the first place. */
    private record Found(long count, String first) implements Serializable {

        Found plus(Found later) {
            return new Found(count + later.count, first);
        }
    }

    /** Takes one count. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes a count that is not 0.
         *
         * @param column blank for what is counted by rows
         * @param first the first place, {@code file:line:column}
         */
        void take(Kind kind, String column, long count, String first);
    }

    private final TreeMap<Key, Found> found = new TreeMap<>();
    private long rows; // of all kinds, rejects included

    /**
     * Adds what was found further down.
     *
     * @param column blank for what is counted by rows
     * @param first the first place of it, {@code file:line:column}
     */
    public void add(Kind kind, String column, long count, String first) {
        found.merge(new Key(kind, column), new Found(count, first), Found::plus);
    }

    /** Adds to the number of all rows, odd or not. */
    public void addRows(long count) {
        rows += count;
    }

    /** Adds those of rows further down. */
    public void add(Oddities later) {
        later.found.forEach((key, each) -> found.merge(key, each, Found::plus));
        rows += later.rows;
    }

    /** The number of all rows, odd or not. */
    public long rows() {
        return rows;
    }

    /** The count of a kind that is counted by rows. */
    public long count(Kind kind) {
        Found of = found.get(new Key(kind, ""));
        return of == null ? 0 : of.count();
    }

    /** The first place of a kind that is counted by rows; blank where there is none. */
    public String first(Kind kind) {
        Found of = found.get(new Key(kind, ""));
        return of == null ? "" : of.first();
    }

    /** Hands over all counts, in the order of the kinds and then of the names of columns. */
    public void forEach(Taker taker) {
        found.forEach((key, each) -> taker.take(key.kind(), key.column(), each.count(), each.first()));
    }
}
