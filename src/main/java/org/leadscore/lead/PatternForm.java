package org.leadscore.lead;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.CalendarWords.Expected;

/**
 * A form that is written as a pattern of {@link DateTimeFormatter}, strict: 31/02 is no date. A run of blanks stands for one
 * blank, and {@code GMT} or {@code UTC} behind a time that names no zone is its zone.
 */
final class PatternForm implements TimeForm {

    /** The language of names in patterns that say none. */
    static final String ENGLISH = "en";

    private static final ZonedDateTime SAMPLE = Instant.EPOCH.atZone(ZoneOffset.UTC);

    private static final Pattern AT_GREENWICH = Pattern.compile("(?i) ?(GMT|UTC)$");

    /** From how many letters on a field of a pattern is a name, and from how many on a whole one. */
    private static final int NAME = 3;

    private static final int WHOLE_NAME = 4;

    /** Fields that a time of the day has; a pattern with one of them has to have enough of them. */
    private static final List<ChronoField> CLOCK = List.of(
            ChronoField.HOUR_OF_AMPM,
            ChronoField.AMPM_OF_DAY,
            ChronoField.MINUTE_OF_HOUR,
            ChronoField.SECOND_OF_MINUTE);

    private final String pattern;
    private final ZoneDays zone;
    private final DateTimeFormatter formatter;

    /** The names in the order of the pattern; none where it has only numbers. */
    private final List<Expected> names;

    /** True where the pattern tells the halves of the day apart. */
    private final boolean hasHalves;

    /** The names of the language; null where the pattern has no names. */
    private final @Nullable CalendarWords words;

    /**
     * A form of this pattern.
     *
     * @param language of its names, one of {@link CalendarWords#languages}
     * @param zone of times without an offset
     * @throws IllegalArgumentException for a pattern that is none, or that does not name a whole date
     */
    PatternForm(String pattern, String language, ZoneDays zone) {
        this.pattern = pattern;
        this.zone = zone;
        this.names = names(pattern);
        this.hasHalves = withoutLiterals(pattern).indexOf('a') >= 0;
        this.words = names.isEmpty() ? null : CalendarWords.of(language);
        this.formatter = compiled(Text.withSingleBlanks(pattern))
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        requireWholeDate();
    }

    private static DateTimeFormatterBuilder compiled(String pattern) {
        try {
            return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        } catch (ClassCastException defect) { // of the JDK: a number right behind a padded one
            throw new IllegalArgumentException("the pattern '" + pattern + "' cannot be used", defect);
        }
    }

    private void requireWholeDate() {
        TemporalAccessor parsed;
        try {
            parsed = formatter.parse(formatter.format(SAMPLE));
            LocalDate.from(parsed);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException unusable) { // the latter a defect of the JDK
            throw new IllegalArgumentException("the pattern '" + pattern + "' does not name a whole date", unusable);
        }
        if (parsed.query(TemporalQueries.localTime()) == null && CLOCK.stream().anyMatch(parsed::isSupported)) {
            throw new IllegalArgumentException(
                    "the pattern '" + pattern + "' names no hour of the day: HH is one, hh needs an a behind it");
        }
    }

    @Override
    public long millis(String text) {
        if (text.isEmpty()) {
            return TimeFormat.NONE;
        }
        String plain = plain(text);
        long millis = parse(plain, false);
        if (millis == TimeFormat.NONE && AT_GREENWICH.matcher(plain).find()) {
            return parse(AT_GREENWICH.matcher(plain).replaceFirst(""), true);
        }
        return millis;
    }

    private String plain(String text) {
        String plain = Text.withSingleBlanks(text);
        if (hasHalves) {
            plain = CalendarWords.withPlainHalves(plain);
        }
        return words == null ? plain : words.inEnglish(plain, names);
    }

    /** @param isGreenwich whether a time without a zone is one of UTC; false for that of the column */
    private long parse(String text, boolean isGreenwich) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalTime time = parsed.query(TemporalQueries.localTime());
            if (time != null && parsed.query(TemporalQueries.zone()) != null) {
                return isGreenwich
                        ? TimeFormat.NONE
                        : ZonedDateTime.from(parsed).toInstant().toEpochMilli();
            }
            LocalDate date = LocalDate.from(parsed);
            LocalDateTime local = time == null ? date.atStartOfDay() : date.atTime(time);
            long millis = local.toInstant(ZoneOffset.UTC).toEpochMilli();
            return isGreenwich ? millis : zone.toInstant(millis);
        } catch (DateTimeException | ArithmeticException notATime) {
            return TimeFormat.NONE;
        }
    }

    @Override
    public boolean isDay(String text) {
        String plain = plain(text);
        try {
            return formatter.parse(plain).query(TemporalQueries.localTime()) == null;
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    @Override
    public String named() {
        return pattern;
    }

    @Override
    public String description() {
        return "written as " + pattern;
    }

    @Override
    public String write(LocalDateTime time) {
        return formatter.format(time.atZone(ZoneOffset.UTC));
    }

    /** The names that a pattern expects, in its order. */
    private static List<Expected> names(String pattern) {
        List<Expected> names = new ArrayList<>();
        String fields = withoutLiterals(pattern);
        int end;
        for (int at = 0; at < fields.length(); at = end) {
            char letter = fields.charAt(at);
            end = at;
            while (end < fields.length() && fields.charAt(end) == letter) {
                end++;
            }
            int length = end - at;
            if ((letter == 'M' || letter == 'L') && length >= NAME) {
                names.add(length < WHOLE_NAME ? Expected.SHORT_MONTH : Expected.MONTH);
            } else if (letter == 'E' || letter == 'e' && length >= NAME) {
                names.add(length < WHOLE_NAME ? Expected.SHORT_DAY : Expected.DAY);
            }
        }
        return List.copyOf(names);
    }

    /** The pattern without what stands between apostrophes. */
    private static String withoutLiterals(String pattern) {
        StringBuilder fields = new StringBuilder();
        boolean isLiteral = false;
        for (int i = 0; i < pattern.length(); i++) {
            isLiteral ^= pattern.charAt(i) == '\'';
            fields.append(isLiteral ? '\'' : pattern.charAt(i));
        }
        return fields.toString();
    }
}
