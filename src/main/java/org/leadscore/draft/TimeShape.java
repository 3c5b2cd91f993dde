package org.leadscore.draft;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * The spelling of a time without its figures: what stands between day, month, year and clock, and in which order. Values of
 * one shape are written in one format, but for the order of day and month. Made and taken by {@link TimeGuess}.
 *
 * @param parts the pattern piece by piece, ready but for {@link #FIELD}, which stands where a day, a month or a year is
 * @param fields the numbers at those places, in the order of the text
 * @param month the name of the month; empty where it is a number
 * @param weekday the name of the day of the week; empty without one
 * @param hour the digits of the hour
 */
record TimeShape(List<String> parts, List<String> fields, String month, String weekday, Hour hour) {

    /** The digits in which an hour is written. */
    enum Hour {
        NONE,
        OF_ONE_DIGIT,
        WITH_ZERO,
        OF_TWO_DIGITS
    }

    /** In place of a number of the date, of which it is not known yet whether it is the day, the month or the year. */
    static final String FIELD = "\u0000";

    /** A field of four digits, the year. */
    static final String YEAR = "yyyy";

    private static final Pattern CLOCK = Pattern.compile(
            "(?:(?<![\\d:])|(?<=\\d{4}:))(\\d{1,2})([:h])(\\d{2})(?:\\2(\\d{2})(?:([.,])(\\d{1,9}))?)?(?![\\d:])"
                    + "(?:(\\s?)([AaPp]\\.?\\s?[Mm]\\.?)(?!\\p{L}))?");
    private static final Pattern HOUR =
            Pattern.compile("(?<![\\d:])(\\d{1,2})(\\s?)([AaPp]\\.?\\s?[Mm]\\.?)(?!\\p{L})");
    private static final Pattern DOTTED_CLOCK =
            Pattern.compile("(?<=\\d{4}[,\\s]{1,2})(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{2}))?$");
    private static final Pattern ZONE = Pattern.compile(
            "\\G(\\s?)(?:(Z)(?!\\p{L})|(?:GMT|UTC)?([+-]\\d{2}(:?)(?:\\d{2})?)(?!\\d)|([A-Z]{3,5})(?![\\p{L}\\d]))");
    private static final Pattern TOKEN = Pattern.compile("\\d+|\\p{L}[\\p{L}\\p{M}]*\\.?|\\s+|[^\\d\\p{L}\\s]");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

    /** Matches text that may stand right behind a number: a separator, a zone, half of a day, the end of an ordinal. */
    private static final Pattern HUNG_ON = Pattern.compile("(?i)[tzhap]\\.?|[ap]m\\.?|st|nd|rd|th|er");

    private static final int SHORTEST = 6;
    private static final int LONGEST = 70;
    private static final int MOST_FIGURES = 30;
    private static final int MOST_TOKENS = 9;
    private static final int MOST_LITERAL = 45;

    private static final ZoneDays UTC = new ZoneDays(ZoneOffset.UTC);

    /** The languages in which a word names a month, by the word; asked again and again for the same dozen words. */
    private static final Map<String, Set<String>> MONTHS = new ConcurrentHashMap<>();

    /** The languages in which a word names a day of the week, by the word. */
    private static final Map<String, Set<String>> WEEKDAYS = new ConcurrentHashMap<>();

    private static final Map<String, TimeFormat> OF_MONTHS = inEachLanguage("d MMM yyyy");
    private static final Map<String, TimeFormat> OF_WEEKDAYS = inEachLanguage("EEE yyyy-MM-dd");

    /** The days of one week, one of which has any name of a day. */
    private static final List<String> WEEK = List.of(
            " 2026-10-05", " 2026-10-06", " 2026-10-07", " 2026-10-08", " 2026-10-09", " 2026-10-10", " 2026-10-11");

    private static final int MOST_KEPT = 10_000;

    TimeShape {
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
    }

    /** The shape of a text that is no ISO-8601 and no number; null when it is no date that could be read. */
    static @Nullable TimeShape of(String value) {
        return mayBeDate(value) ? new Reader(value).shape() : null;
    }

    /** True unless the figures and the words are too many or too few for a date; names of months need not be looked up then. */
    private static boolean mayBeDate(String value) {
        if (value.length() < SHORTEST || value.length() > LONGEST) {
            return false;
        }
        Matcher token = TOKEN.matcher(value);
        int figures = 0;
        int numbers = 0;
        int words = 0;
        int behind = -1; // where the last number ended
        while (token.find()) {
            char first = token.group().charAt(0);
            if (Character.isDigit(first)) {
                figures += token.group().length();
                numbers++;
                behind = token.end();
            } else if (Character.isLetter(first)) {
                words++;
                boolean isHungOn = token.start() == behind;
                if (isHungOn
                        && token.group().length() < 3
                        && !HUNG_ON.matcher(token.group()).matches()) {
                    return false;
                }
            }
        }
        return figures >= 3
                && figures <= MOST_FIGURES
                && numbers >= 1
                && numbers <= MOST_TOKENS
                && words <= MOST_TOKENS;
    }

    /** The text by which values of one shape are found; widths of numbers make no difference, but for years. */
    String key() {
        StringBuilder key = new StringBuilder();
        int next = 0;
        for (String part : parts) {
            if (part.equals(FIELD)) {
                key.append(fields.get(next).length() == 4 ? "Y" : "N");
                next++;
            } else {
                key.append(part).append('\u0001');
            }
        }
        return key.toString();
    }

    /** The codes of the languages in which the word is the name of a month, or the beginning of one alone. */
    static Set<String> languagesOf(String month) {
        if (MONTHS.size() > MOST_KEPT) {
            MONTHS.clear();
        }
        return MONTHS.computeIfAbsent(
                month.toLowerCase(Locale.ROOT),
                word -> OF_MONTHS.entrySet().stream()
                        .filter(each -> each.getValue().millis("1 " + word + " 2026") != TimeFormat.NONE)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The codes of the languages in which the word names a day of the week. */
    static Set<String> languagesOfDay(String weekday) {
        if (WEEKDAYS.size() > MOST_KEPT) {
            WEEKDAYS.clear();
        }
        return WEEKDAYS.computeIfAbsent(
                weekday.toLowerCase(Locale.ROOT),
                word -> OF_WEEKDAYS.entrySet().stream()
                        .filter(each -> isDayIn(word, each.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isDayIn(String word, TimeFormat format) {
        return WEEK.stream().anyMatch(day -> format.millis(word + day) != TimeFormat.NONE);
    }

    private static Map<String, TimeFormat> inEachLanguage(String format) {
        Map<String, TimeFormat> formats = new LinkedHashMap<>();
        TimeFormat.languages()
                .forEach(language -> formats.put(language, TimeFormat.of(List.of(format), language, '.', UTC)));
        return Collections.unmodifiableMap(formats);
    }

    /** Takes a text apart: first its clock, then what is left. */
    private static final class Reader {

        private final String value;
        private final List<String> parts = new ArrayList<>();
        private final List<String> fields = new ArrayList<>();
        private String month = "";
        private String weekday = "";
        private Hour hour = Hour.NONE;
        /** Number of letters that are written as they are. */
        private int literal;
        /** Text that goes between apostrophes of the pattern, before anything else is written. */
        private final StringBuilder quoted = new StringBuilder();

        Reader(String value) {
            this.value = value;
        }

        @Nullable
        TimeShape shape() {
            Matcher clock = CLOCK.matcher(value);
            boolean isFound = clock.find();
            String pattern = isFound ? clockPattern(clock) : "";
            if (!isFound) {
                clock = HOUR.matcher(value);
                isFound = clock.find();
                pattern = isFound ? hours(clock.group(1), 'h') + clock.group(2) + "a" : "";
            }
            if (!isFound) {
                clock = DOTTED_CLOCK.matcher(value);
                isFound = clock.find();
                pattern = isFound ? hours(clock.group(1), 'H') + ".mm" + (clock.group(3) == null ? "" : ".ss") : "";
            }
            int behind = isFound ? clock.end() : value.length();
            boolean isSound;
            if (isFound) {
                isSound = date(value.substring(0, clock.start()));
                endLiteral();
                parts.add(pattern);
                int rest = zone(behind);
                isSound = isSound && date(value.substring(rest));
            } else {
                isSound = date(value);
            }
            endLiteral();
            return isSound && isDate() ? new TimeShape(parts, fields, month, weekday, hour) : null;
        }

        private boolean isDate() {
            int wanted = month.isEmpty() ? 3 : 2;
            boolean isCompact = parts.contains("yyyyMMdd");
            if (isCompact) {
                return fields.isEmpty() && month.isEmpty();
            }
            return fields.size() == wanted
                    && fields.stream().allMatch(field -> field.length() <= 2 || field.length() == 4)
                    && fields.stream().filter(field -> field.length() == 4).count() <= 1;
        }

        private String clockPattern(Matcher clock) {
            boolean isHalved = clock.group(8) != null;
            String colon = clock.group(2).equals(":") ? ":" : "'h'";
            String pattern = hours(clock.group(1), isHalved ? 'h' : 'H') + colon + "mm";
            if (clock.group(4) != null) {
                pattern += colon + "ss";
            }
            if (clock.group(6) != null) {
                pattern += clock.group(5) + "S".repeat(clock.group(6).length());
            }
            return isHalved ? pattern + (clock.group(7).isEmpty() ? "" : " ") + "a" : pattern;
        }

        private String hours(String digits, char letter) {
            hour = digits.length() == 1
                    ? Hour.OF_ONE_DIGIT
                    : digits.startsWith("0") ? Hour.WITH_ZERO : Hour.OF_TWO_DIGITS;
            return String.valueOf(letter);
        }

        /** Reads the zone behind the clock, if there is one, and answers where it ends. */
        private int zone(int from) {
            Matcher zone = ZONE.matcher(value);
            if (!zone.find(from)) {
                return from;
            }
            String blank = zone.group(1).isEmpty() ? "" : " ";
            boolean isEnd = zone.end() == value.length();
            if (zone.group(2) != null) {
                parts.add(blank + "X");
            } else if (zone.group(3) != null) {
                String name = zone.group().strip().startsWith("GMT")
                        ? "'GMT'"
                        : zone.group().strip().startsWith("UTC") ? "'UTC'" : "";
                int digits = zone.group(3).length();
                parts.add(blank + name + (digits == 3 ? "x" : zone.group(4).isEmpty() ? "xx" : "xxx"));
            } else if (isEnd && (zone.group(5).equals("GMT") || zone.group(5).equals("UTC"))) {
                return zone.end(); // read behind any format
            } else if (!languagesOf(zone.group(5)).isEmpty()) {
                return from; // a month in capitals
            } else {
                parts.add(blank + "z");
            }
            return zone.end();
        }

        private boolean date(String text) {
            Matcher token = TOKEN.matcher(text);
            List<String> words = new ArrayList<>();
            while (token.find()) {
                words.add(token.group());
            }
            long months = words.stream().filter(this::isMonth).count();
            for (String word : words) {
                char first = word.charAt(0);
                if (Character.isDigit(first)) {
                    if (!number(word)) {
                        return false;
                    }
                } else if (Character.isLetter(first)) {
                    if (weekday.isEmpty() && month.isEmpty() && isDay(word) && (months > 1 || !isMonth(word))) {
                        weekday = word.replace(".", "");
                        endLiteral();
                        parts.add("EEE");
                        months -= isMonth(word) ? 1 : 0;
                    } else if (month.isEmpty() && isMonth(word)) {
                        month = word.replace(".", "");
                        endLiteral();
                        parts.add("MMM");
                    } else if (word.equals("Z")
                            && !parts.isEmpty()
                            && parts.get(parts.size() - 1).equals("HHmmss")) {
                        parts.add("X");
                    } else {
                        quoted.append(word);
                        literal += word.length();
                    }
                } else if (Character.isWhitespace(first) || first == '\u00A0' || first == '\u202F') {
                    sign(" ");
                } else {
                    sign(word);
                }
            }
            return literal <= MOST_LITERAL;
        }

        private boolean isMonth(String word) {
            return Character.isLetter(word.charAt(0))
                    && word.length() >= 3
                    && !languagesOf(word.replace(".", "")).isEmpty();
        }

        private static boolean isDay(String word) {
            return word.length() >= 2 && !languagesOfDay(word.replace(".", "")).isEmpty();
        }

        private boolean number(String digits) {
            endLiteral();
            if (digits.length() == 8 && COMPACT.matcher(digits).matches()) {
                parts.add("yyyyMMdd");
                return true;
            }
            if (digits.length() == 6 && parts.contains("yyyyMMdd")) {
                parts.add("HHmmss");
                return true;
            }
            parts.add(FIELD);
            fields.add(digits);
            return digits.length() <= 4;
        }

        private void sign(String sign) {
            if (sign.equals("'")) {
                quoted.append("''");
            } else if ("[]{}#".contains(sign)) {
                quoted.append(sign);
            } else {
                endLiteral();
                parts.add(sign);
            }
        }

        private void endLiteral() {
            if (quoted.length() > 0) {
                parts.add(quoted.toString().equals("''") ? "''" : "'" + quoted + "'");
                quoted.setLength(0);
            }
        }
    }
}
