package org.leadscore.rules.made;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;

/** Cuts a cell into its several values. */
public final class Several {

    /** The sign between values of which one has the split text in it: the unit separator of ASCII. */
    static final String UNIT = "\u001F";

    private Several() {}

    /**
     * The values of a cell that are not blank.
     *
     * @param split the text between them; null where a cell has one value
     */
    public static List<String> values(String cell, @Nullable String split) {
        if (Text.isBlank(cell)) {
            return List.of();
        }
        return split == null
                ? List.of(cell)
                : parts(cell, split).stream()
                        .filter(part -> !Text.isBlank(part))
                        .toList();
    }

    /** The parts of a text between the separators, blank ones too; the whole text where it has none. */
    static List<String> parts(String text, String split) {
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
