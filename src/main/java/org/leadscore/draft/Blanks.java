package org.leadscore.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.leadscore.ingest.table.Preview;

/** The texts by which a file says that there is no value, as {@code nothing} in the rule file has them. */
final class Blanks {

    /** Texts that are no value wherever they stand. */
    private static final Set<String> EVERYWHERE = Set.of(
            "null",
            "(null)",
            "<null>",
            "\\n",
            "n/a",
            "#n/a",
            "n.a.",
            "(n/a)",
            "<na>",
            "nan",
            "nil",
            "undefined",
            "(not set)",
            "not set",
            "(not provided)",
            "(none)",
            "(blank)",
            "(empty)",
            "[]",
            "{}",
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            "?",
            "0000-00-00",
            "0000-00-00 00:00:00");

    /** Texts that are no value among times, numbers and addresses, and may be one among words. */
    private static final Set<String> AMONG_OTHERS =
            Set.of("none", "na", "never", "unknown", "not available", "empty", "blank", "tbd");

    private Blanks() {}

    /** The texts that are no value in this file, in the spelling that comes first by code point, sorted. */
    static List<String> of(Preview sample) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < sample.header().size(); i++) {
            int at = i;
            List<String> values = sample.rows().stream()
                    .map(row -> row.get(at))
                    .filter(value -> !value.isEmpty())
                    .toList();
            values.stream().filter(value -> isAmong(EVERYWHERE, value)).forEach(found::add);
            addAmongStrict(values, found);
        }
        List<String> spelled = new ArrayList<>();
        for (String text : found) {
            if (spelled.stream().noneMatch(text::equalsIgnoreCase)) {
                spelled.add(text);
            }
        }
        return spelled;
    }

    private static void addAmongStrict(List<String> values, Set<String> found) {
        List<String> words = values.stream()
                .filter(value -> isAmong(AMONG_OTHERS, value))
                .distinct()
                .toList();
        if (words.isEmpty() || words.size() > 2) {
            return;
        }
        List<String> others = values.stream()
                .filter(value -> !isAmong(AMONG_OTHERS, value) && !isAmong(EVERYWHERE, value))
                .toList();
        Predicate<String> strict = value -> value.indexOf('@') > 0
                || value.length() >= 8
                        && value.chars().filter(Character::isDigit).count() >= 5;
        if (others.size() > 0 && others.stream().filter(strict).count() * 10 >= others.size() * 9L) {
            found.addAll(words);
        }
    }

    private static boolean isAmong(Set<String> texts, String value) {
        return value.length() <= 20 && texts.contains(value.toLowerCase(Locale.ROOT));
    }
}
