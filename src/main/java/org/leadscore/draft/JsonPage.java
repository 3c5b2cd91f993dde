package org.leadscore.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadscore.rules.rewrite.TableText;

/**
 * The address of a page within a cell of JSON, of which a column is made. Found in logs that have no column of pages.
 *
 * @param name of the column to be made
 * @param column the one with the JSON
 * @param key of the address in it
 * @param values the addresses that were seen
 */
record JsonPage(String name, ExportColumn column, String key, List<String> values) {

    private static final Pattern ADDRESS = Pattern.compile(
            "\"(\\$current_url|current_url|page_url|url|page_location|\\$pathname|pathname|page_path|path|page|link|href)\"\\s*:\\s*\"([^\"\\\\]{1,2000})\"",
            Pattern.CASE_INSENSITIVE);

    /** Finds the first key by which most cells of a column have an address; empty without one. */
    static Optional<JsonPage> of(ExportLayout.Log log) {
        for (ExportColumn column : log.first().columns()) {
            if (column.holds(value -> value.startsWith("{") && value.endsWith("}"))) {
                String key = "";
                List<String> values = new ArrayList<>();
                for (String json : log.values(column.name())) {
                    Matcher found = ADDRESS.matcher(json);
                    while (found.find()) {
                        key = key.isEmpty() ? found.group(1) : key;
                        if (found.group(1).equals(key)) {
                            values.add(found.group(2));
                        }
                    }
                }
                boolean isFree = log.first().columns().stream()
                        .noneMatch(other -> other.name().equals("page_url"));
                if (!key.isEmpty() && isFree) {
                    return Optional.of(new JsonPage("page_url", column, key, values));
                }
            }
        }
        return Optional.empty();
    }

    /** The entry by which the column is made, as the rule file has it. */
    String made() {
        String plain = key.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? key : "\"" + key + "\"";
        return "{from: " + TableText.scalar(column.name()) + ", json: " + TableText.scalar(plain) + "}";
    }
}
