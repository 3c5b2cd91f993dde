package org.leadscore.rules.made;

import java.util.ArrayList;
import java.util.List;

/** Cuts a cell into its several values. */
public final class Several {

    /** The sign between values of which one has the split text in it: the unit separator of ASCII. */
    static final String UNIT = "\u001F";

    private Several() {}

    /** The parts of a text between the separators, blank ones too; the whole text where it has none. */
    public static List<String> parts(String text, String split) {
        String separator = text.contains(UNIT) ? UNIT : split;
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }
}
