package org.leadscore.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;

/**
 * A column of an export with its values in the rows that were looked at.
 *
 * @param words its name in lower case, its parts parted by blanks: {@code jobTitle} and {@code Job_title} are
 *     {@code job title}
 * @param place the place of its name in the header
 * @param values those that are not blank, row by row
 * @param isAddressed whether the cells have more than the mail address that is wanted, as {@code "Bo" <bo@kim.example>}
 *     has; the values are the addresses
 * @param table the name of the lookup whose column it is; blank for a column of a source
 */
record ExportColumn(String name, String words, Location place, List<String> values, boolean isAddressed, String table) {

    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+");

    /** A cell with a name or a scheme around the address. */
    private static final Pattern ADDRESSED =
            Pattern.compile("(?i).*<\\s*(?:mailto:)?(" + MAIL.pattern() + ")\\s*>\\s*|mailto:(" + MAIL.pattern() + ")");

    ExportColumn {
        values = List.copyOf(values);
    }

    /** A column of a source. */
    ExportColumn(String name, String words, Location place, List<String> values, boolean isAddressed) {
        this(name, words, place, values, isAddressed, "");
    }

    /** The same column, of a lookup of that name. */
    ExportColumn within(String lookup) {
        return new ExportColumn(name, words, place, values, isAddressed, lookup);
    }

    /** The name by which rules ask for the column: {@code company.size} for one of a lookup. */
    String field() {
        return inTable(name);
    }

    /** The name by which rules ask for another column of the same table. */
    String inTable(String other) {
        return table.isEmpty() ? other : table + "." + other;
    }

    /** The numbers of rows, by which leads are told apart that have no id; it is no column of the file, and has no name. */
    static ExportColumn ofRows(Location start, int rows) {
        return new ExportColumn(
                "",
                "",
                start,
                IntStream.rangeClosed(1, rows).mapToObj(String::valueOf).toList(),
                false);
    }

    /** True for {@link #ofRows}. */
    boolean isRowNumber() {
        return name.isEmpty();
    }

    static ExportColumn of(String name, Location place, List<String> values) {
        List<String> addresses = addresses(values);
        return addresses == null
                ? new ExportColumn(name, words(name), place, values, false)
                : new ExportColumn(name, words(name), place, addresses, true);
    }

    /** The addresses of cells of which some have more around them; null when none has, or most have no address. */
    private static @Nullable List<String> addresses(List<String> values) {
        if (values.stream().noneMatch(value -> value.indexOf('@') > 0 && (value.contains("<") || isLink(value)))) {
            return null;
        }
        List<String> addresses = new ArrayList<>();
        for (String value : values) {
            Matcher addressed = ADDRESSED.matcher(value);
            if (addressed.matches()) {
                String bracketed = addressed.group(1);
                addresses.add(bracketed == null ? addressed.group(2) : bracketed);
            } else if (MAIL.matcher(value).matches()) {
                addresses.add(value);
            }
        }
        return addresses.size() * 10 < values.size() * 9 ? null : addresses;
    }

    private static boolean isLink(String value) {
        return value.regionMatches(true, 0, "mailto:", 0, 7);
    }

    /** True when at least nine in ten values are mail addresses. */
    boolean isMail() {
        return isAddressed || holds(value -> MAIL.matcher(value).matches());
    }

    /** True when the name is one of the phrases, however its words are parted. */
    boolean isCalled(List<String> phrases) {
        return rank(phrases) < phrases.size();
    }

    /** True when at least nine in ten values are one word, as ids are; names and texts have blanks in them. */
    boolean isOfWords() {
        return holds(value -> value.length() <= 100 && value.chars().noneMatch(Character::isWhitespace));
    }

    /** Number of different values, as text is compared. */
    int distinct() {
        return (int) values.stream().map(Text::fold).distinct().count();
    }

    /** True when nearly every value stands once, as the id of a row does. */
    boolean isUnique() {
        return !values.isEmpty() && distinct() * 10 >= values.size() * 9;
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
