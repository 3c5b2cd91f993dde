package org.leadscore.ingest.row;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leadscore.lead.Text;

/**
 * Finds rows that are headers: the table's own header once more, or that of another table.
 *
 * @param names of the columns, stripped
 * @param padded the names before they were stripped
 * @param expected the names by which another table's header is known: all of them stand in it; empty when none are known
 */
public record HeaderLike(List<String> names, List<String> padded, List<String> expected) {

    static final char MARK = '\uFEFF';

    /** The kinds of rows: a plain row, the table's own header, and the header of another table. */
    enum Kind {
        ROW,
        HEADER_AGAIN,
        SECOND_TABLE
    }

    /** The first character and the length of a cell's text, by which most other cells are quickly told from it. */
    record Shape(String text) {

        char first() {
            return text.charAt(0);
        }

        byte firstByte() {
            return text.getBytes(StandardCharsets.UTF_8)[0];
        }

        /** The length in chars. */
        int length() {
            return text.length();
        }
    }

    /**
     * The shapes of the key column's name, stripped and not. Every row that is a header has a cell of one of these shapes, or
     * one that begins with a {@link #MARK}.
     */
    Shape[] shapes() {
        return new Shape[] {new Shape(names.get(keyColumn())), new Shape(padded.get(keyColumn()))};
    }

    private int keyColumn() {
        if (!expected.isEmpty()) {
            return names.indexOf(expected.get(0));
        }
        int column = 0;
        while (names.get(column).isEmpty()) {
            column++;
        }
        return column;
    }

    /**
     * Tells the kind of a row by its cells. A row that has no cell written as the header writes its key column is a plain
     * one, whatever blanks stand where else.
     */
    Kind of(List<String> row) {
        String key = names.get(keyColumn());
        String written = padded.get(keyColumn());
        if (row.stream().map(HeaderLike::withoutMark).noneMatch(cell -> cell.equals(key) || cell.equals(written))) {
            return Kind.ROW;
        }
        List<String> cells = row.stream().map(HeaderLike::stripped).toList();
        if (cells.equals(names)) {
            return Kind.HEADER_AGAIN;
        }
        Set<String> shared = new HashSet<>(cells);
        shared.retainAll(names);
        shared.remove("");
        long needed = Math.min(
                2, names.stream().filter(name -> !name.isEmpty()).distinct().count());
        boolean second = !expected.isEmpty() && shared.containsAll(expected) && shared.size() >= needed;
        return second ? Kind.SECOND_TABLE : Kind.ROW;
    }

    private static String stripped(String cell) {
        return Text.strip(withoutMark(cell));
    }

    /** Takes a byte order mark off the start of a cell. */
    public static String withoutMark(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell;
    }
}
