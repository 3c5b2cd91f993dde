package org.leadscore.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leadscore.lead.Text;

/**
 * Tells rows that are headers: the table's own one over again, or that of another table.
 *
 * @param expected names of which all stand in another table's header; none known when empty
 */
record HeaderLike(List<String> names, List<String> expected) {

    private static final String MARK = "\uFEFF";

    enum Kind {
        ROW,
        HEADER_AGAIN,
        SECOND_TABLE
    }

    /** Every header-like row has this cell, stripped. */
    String key() {
        return expected.isEmpty()
                ? names.stream().filter(name -> !name.isEmpty()).findFirst().orElseThrow()
                : expected.get(0);
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
        return Text.strip(cell.startsWith(MARK) ? cell.substring(1) : cell);
    }
}
