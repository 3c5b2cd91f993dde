package org.leadscore.ingest;

import java.util.List;
import org.leadscore.problem.Nearest;

/** Says that a header lacks a column, and what may be the matter. */
final class MissingColumn {

    private static final int MOST_NAMES = 12;
    private static final String OTHER_DELIMITERS = ",;\t|";

    private MissingColumn() {}

    static String message(String column, TableHeader header) {
        List<String> names = header.names();
        return "the header has no column '" + column + "', only " + list(names) + advice(column, header);
    }

    private static String list(List<String> names) {
        List<String> shown = names.stream()
                .filter(name -> !name.isEmpty())
                .limit(MOST_NAMES)
                .map(name -> "'" + name + "'")
                .toList();
        int more = (int) names.stream().filter(name -> !name.isEmpty()).count() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String advice(String column, TableHeader header) {
        String first = header.names().get(0);
        if (first.startsWith("#") && first.length() > 1) {
            return "; if lines like this one stand above the header, say how many with skip, such as skip: 6";
        }
        if (first.startsWith("sep=")) {
            return "; this line tells Excel the delimiter and is no header: write skip: 1 beside the path";
        }
        if (header.names().size() == 1 && first.chars().anyMatch(c -> OTHER_DELIMITERS.indexOf(c) >= 0)) {
            return "; is the delimiter right?";
        }
        return Nearest.hint(column, header.names());
    }
}
