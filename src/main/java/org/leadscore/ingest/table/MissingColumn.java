package org.leadscore.ingest.table;

import java.util.List;
import org.leadscore.lead.CellText;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Nearest;

/** Writes the message that a header lacks a column, with advice on what may be the matter. */
final class MissingColumn {

    private static final int MOST_NAMES = 12;
    private static final String OTHER_DELIMITERS = ",;\t|";

    private MissingColumn() {}

    /**
     * The message, without the place.
     *
     * @param names of all columns, blank for those that have none
     */
    static String message(String column, List<String> names) {
        List<String> quoted = names.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> "'" + name + "'")
                .toList();
        return "the header has no column '" + column + "', only "
                + CellText.columns(names, Listing.of(quoted, MOST_NAMES)) + advice(column, names);
    }

    private static String advice(String column, List<String> names) {
        String first = names.get(0);
        if (first.startsWith("#") && first.length() > 1) {
            return "; if lines like this one stand above the header, say how many with skip, such as skip: 6";
        }
        if (first.startsWith("sep=")) {
            return "; this line tells Excel the delimiter and is no header: write skip: 1 beside the path";
        }
        if (names.size() == 1 && first.chars().anyMatch(c -> OTHER_DELIMITERS.indexOf(c) >= 0)) {
            return "; is the delimiter right?";
        }
        return Nearest.hint(column, names);
    }
}
