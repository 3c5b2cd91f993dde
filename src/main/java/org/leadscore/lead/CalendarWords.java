package org.leadscore.lead;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of months and days of the week in a language. Puts the English name in the place of each name that a pattern
 * expects, so that one formatter reads all languages. Accents, case and the point behind a short form do not matter, and a
 * beginning of three letters or more stands for the only name that begins so. Made from a list that is shipped, as the
 * names that Java knows differ from one version to the next. Immutable.
 */
final class CalendarWords {

    private static final String LIST = "names-of-months.txt";

    private static final int SHORTEST_BEGINNING = 3;

    /** A run of letters, with the point behind a short form, and what a hyphen hangs on to it. */
    private static final Pattern WORD = Pattern.compile("(\\p{L}+)(\\.?)(-\\p{L}+)?");

    /** Half of a day, as {@code p.m.} or {@code p. m.} */
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?i)(?<!\\p{L})([ap])\\. ?m\\.?(?!\\p{L})");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** The names, folded, of each month from January. */
    private final List<List<String>> months;

    /** The names, folded, of each day from Monday. */
    private final List<List<String>> days;

    private CalendarWords(List<List<String>> months, List<List<String>> days) {
        this.months = months;
        this.days = days;
    }

    /** Reads the list when it is first asked for: most rule files have no names of months in them. */
    private static final class Shipped {

        private static final Map<String, CalendarWords> BY_LANGUAGE = read();

        private static Map<String, CalendarWords> read() {
            Map<String, CalendarWords> words = new LinkedHashMap<>();
            List<List<String>> months = List.of();
            for (String line : text().split("\n", -1)) {
                List<String> cells = List.of(line.split(" ", -1));
                if (cells.size() < 3 || line.startsWith("#")) {
                    continue;
                }
                List<List<String>> names = new ArrayList<>();
                for (String cell : cells.subList(2, cells.size())) {
                    names.add(List.of(fold(cell).split("\\|", -1)));
                }
                if (cells.get(1).equals("months")) {
                    months = List.copyOf(names);
                } else {
                    words.put(cells.get(0), new CalendarWords(months, List.copyOf(names)));
                }
            }
            return words;
        }

        private static String text() {
            try (InputStream in = CalendarWords.class.getResourceAsStream(LIST)) {
                if (in == null) {
                    throw new IllegalStateException("the program was packed without " + LIST);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The codes of the languages that are known, such as {@code es}, in the order of the alphabet. */
    static Set<String> languages() {
        return Shipped.BY_LANGUAGE.keySet();
    }

    /** The words of a language; throws IllegalArgumentException for one that is not among {@link #languages}. */
    static CalendarWords of(String language) {
        CalendarWords words = Shipped.BY_LANGUAGE.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no names of months are known in " + language);
        }
        return words;
    }

    /** A place of a pattern at which a name is expected. */
    enum Expected {
        MONTH,
        SHORT_MONTH,
        DAY,
        SHORT_DAY
    }

    /**
     * Puts English names in the place of those that are expected; a word that is none of these is left as it is.
     *
     * @param expected in the order of the pattern
     */
    String inEnglish(String text, List<Expected> expected) {
        Matcher words = WORD.matcher(text);
        StringBuilder english = new StringBuilder();
        int next = 0;
        int copied = 0;
        while (next < expected.size() && words.find()) {
            boolean isMonth = expected.get(next) == Expected.MONTH || expected.get(next) == Expected.SHORT_MONTH;
            int found = find(fold(words.group(1)), isMonth ? months : days);
            if (found >= 0) {
                english.append(text, copied, words.start()).append(name(found, expected.get(next)));
                boolean dropsRest = !isMonth;
                copied = dropsRest || words.start(3) < 0 ? words.end() : words.start(3);
                next++;
            }
        }
        return english.append(text, copied, text.length()).toString();
    }

    /** Writes {@code a. m.} and {@code p.m.} as patterns expect them: AM and PM. */
    static String withPlainHalves(String text) {
        return HALF_OF_DAY.matcher(text).replaceAll("$1m");
    }

    private static String name(int index, Expected expected) {
        return switch (expected) {
            case MONTH -> Month.of(index + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case SHORT_MONTH -> Month.of(index + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case DAY -> DayOfWeek.of(index + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case SHORT_DAY -> DayOfWeek.of(index + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        };
    }

    /** The index of the entry that has the name, or else of the only one that begins so; −1 when there is none. */
    private static int find(String word, List<List<String>> names) {
        int begins = -1;
        boolean isOnly = true;
        for (int i = 0; i < names.size(); i++) {
            for (String name : names.get(i)) {
                if (name.equals(word)) {
                    return i;
                }
                if (word.length() >= SHORTEST_BEGINNING && name.startsWith(word)) {
                    isOnly &= begins < 0 || begins == i;
                    begins = i;
                }
            }
        }
        return isOnly ? begins : -1;
    }

    private static String fold(String word) {
        String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return plain.replace('ł', 'l').replace('ø', 'o').replace('đ', 'd').replace('ı', 'i');
    }
}
