package org.leadscore.rules.rewrite;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadscore.lead.Points;

/** Writes learned tables, and single texts, as YAML. */
public final class TableText {

    /**
     * Matches text that means itself in YAML without quotes, in braces too; rather too little than too much.
     * {@code null} is not matched: it is text to us, and a missing value to editors.
     */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:null)$)[\\p{L}\\p{N}](?:[\\p{L}\\p{N} _.+/()&-]*[\\p{L}\\p{N}_.+/()&-])?");

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\u0080-\u009F\\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]");

    private TableText() {}

    /** The table on one line, in braces or brackets. */
    static String inline(LearnedTable table) {
        return table.choose(
                values -> "{" + String.join(", ", lines(values)) + "}",
                tiers -> tiers.tiers().stream().map(TableText::tier).collect(Collectors.joining(", ", "[", "]")));
    }

    /** The table as lines, one for each entry or tier. */
    static List<String> lines(LearnedTable table) {
        return table.choose(
                values -> values.points().entrySet().stream()
                        .map(entry -> scalar(entry.getKey()) + ": " + Points.format(entry.getValue(), 3))
                        .toList(),
                tiers -> tiers.tiers().stream().map(tier -> "- " + tier(tier)).toList());
    }

    private static String tier(LearnedTable.Tier tier) {
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<String, String> test : tier.tests().entrySet()) {
            text.append(test.getKey()).append(": ").append(test.getValue()).append(", ");
        }
        return text.append("points: ")
                .append(Points.format(tier.points(), 3))
                .append('}')
                .toString();
    }

    /** The text as a YAML scalar that reads as exactly that. */
    public static String scalar(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        if (!UNPRINTABLE.matcher(text).find()) {
            return text.contains("'") && !text.contains("\"") && !text.contains("\\")
                    ? "\"" + text + "\""
                    : text.isEmpty() ? "\"\"" : "'" + text.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            String one = Character.toString(c);
            if (UNPRINTABLE.matcher(one).matches()) {
                escaped.append("\\u%04X".formatted(c));
            } else {
                escaped.append(c == '"' || c == '\\' ? "\\" : "").append(one);
            }
        });
        return escaped.append('"').toString();
    }
}
