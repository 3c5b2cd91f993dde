package org.leadscore.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;

/**
 * A column of an export with its values in the rows that were looked at.
 *
 * @param words its name in lower case, its parts parted by blanks: {@code jobTitle} and {@code Job_title} are
 *     {@code job title}
 * @param place the place of its name in the header
 * @param values those that are not blank, row by row
 */
record ExportColumn(String name, String words, Location place, List<String> values) {

    ExportColumn {
        values = List.copyOf(values);
    }

    /** The numbers of rows, by which leads are told apart that have no id; it is no column of the file, and has no name. */
    static ExportColumn ofRows(Location start, int rows) {
        return new ExportColumn(
                "",
                "",
                start,
                IntStream.rangeClosed(1, rows).mapToObj(String::valueOf).toList());
    }

    /** True for {@link #ofRows}. */
    boolean isRowNumber() {
        return name.isEmpty();
    }

    static ExportColumn of(String name, Location place, List<String> values) {
        return new ExportColumn(name, words(name), place, values);
    }

    /** True when one of the phrases stands in the name, word for word. */
    boolean isNamed(List<String> phrases) {
        return rank(phrases) < 2 * phrases.size();
    }

    /**
     * The rank of the phrase that fits the name best, from 0; smaller is better. A phrase that is the whole name goes
     * before those that are a part of it, then an earlier phrase before a later one. 2 × the number of phrases when
     * none fits.
     */
    int rank(List<String> phrases) {
        for (int i = 0; i < phrases.size(); i++) {
            if (words.replace(" ", "").equals(phrases.get(i).replace(" ", ""))) {
                return i;
            }
        }
        for (int i = 0; i < phrases.size(); i++) {
            if ((" " + words + " ").contains(" " + phrases.get(i) + " ")) {
                return phrases.size() + i;
            }
        }
        return 2 * phrases.size();
    }

    /** True when there are values, and at least nine in ten are of that kind. */
    boolean holds(Predicate<String> kind) {
        long fitting = values.stream().filter(kind).count();
        return !values.isEmpty() && fitting * 10 >= values.size() * 9L;
    }

    /**
     * The number of rows of each value, the most frequent value first, equal ones by code point. Values that are equal
     * as text is compared are counted as one, under the spelling that is smallest by code point.
     */
    Map<String, Integer> counts() {
        Map<String, Integer> byFolded = new LinkedHashMap<>();
        Map<String, String> spelling = new LinkedHashMap<>();
        for (String value : values) {
            byFolded.merge(Text.fold(value), 1, Integer::sum);
            spelling.merge(Text.fold(value), value, (a, b) -> Text.compareByCodePoint(a, b) <= 0 ? a : b);
        }
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(byFolded.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey, Text::compareByCodePoint));
        Map<String, Integer> counts = new LinkedHashMap<>();
        sorted.forEach(each -> counts.put(spelling.getOrDefault(each.getKey(), each.getKey()), each.getValue()));
        return counts;
    }

    private static String words(String name) {
        return name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
