package org.leadscore.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leadscore.lead.Text;

/**
 * Tells rows that are headers: the table's own one over again, or that of another table.
 *
 * @param padded the names before they were stripped
 * @param expected names of which all stand in another table's header; none known when empty
 */
record HeaderLike(List<String> names, List<String> padded, List<String> expected) {

    static final char MARK = '\uFEFF';

    enum Kind {
        ROW,
        HEADER_AGAIN,
        SECOND_TABLE
    }

    /** What is quickly seen of a cell: most others differ in it. */
    record Shape(String text) {

        char first() {
            return text.charAt(0);
        }

        byte firstByte() {
            return text.getBytes(StandardCharsets.UTF_8)[0];
        }

        /** In chars. */
        int length() {
            return text.length();
        }
    }

    /**
     * Every header-like row has a cell of one of these shapes, or one that begins with a {@link #MARK}: that of the key as the
     * header has it, stripped or not.
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

    Kind of(List<String> row) {
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
        return Text.strip(!cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell);
    }
}
