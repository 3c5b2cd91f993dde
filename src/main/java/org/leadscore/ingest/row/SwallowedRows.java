package org.leadscore.ingest.row;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether the lines of a record look like rows of their own: then a quote that was meant as text, in a table without
 * quotes, has made one row of several. Asked for records of several lines alone, which are few.
 */
final class SwallowedRows {

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|\r|\n");
    private static final char AT = '@';

    private SwallowedRows() {}

    /**
     * True when a line below the first has as many fields as the header, and its keys are like those of the record.
     *
     * @param raw the record as it stands in the file
     * @param keys the columns without which no row can be read, at least one
     * @param own the record's own values of them
     */
    static boolean areIn(String raw, char delimiter, int columns, List<Integer> keys, List<String> own) {
        Pattern between = Pattern.compile(Pattern.quote(String.valueOf(delimiter)));
        String[] lines = LINE_ENDS.split(raw, -1);
        for (int i = 1; i < lines.length; i++) {
            String[] cells = between.split(lines[i], -1);
            if (cells.length == columns) {
                List<String> others = new ArrayList<>();
                keys.forEach(key -> others.add(cells[key]));
                if (areAlike(own, others)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areAlike(List<String> some, List<String> others) {
        boolean areTelling = false;
        for (int i = 0; i < some.size(); i++) {
            String one = some.get(i).strip();
            String other = others.get(i).strip();
            if (one.isEmpty() || other.isEmpty() || !areAlike(one, other)) {
                return false;
            }
            areTelling |= isTelling(one) && isTelling(other);
        }
        return areTelling;
    }

    private static boolean areAlike(String one, String other) {
        boolean isText = other.indexOf(' ') > 0 && other.indexOf(':') < 0 && one.indexOf(' ') < 0;
        return !isText
                && one.indexOf(AT) >= 0 == other.indexOf(AT) >= 0
                && Character.isDigit(one.charAt(0)) == Character.isDigit(other.charAt(0))
                && Character.isLetter(one.charAt(0)) == Character.isLetter(other.charAt(0));
    }

    /** True for a value as ids and times have it, and single words have not. */
    private static boolean isTelling(String value) {
        return value.indexOf(AT) >= 0 || value.chars().anyMatch(Character::isDigit);
    }
}
