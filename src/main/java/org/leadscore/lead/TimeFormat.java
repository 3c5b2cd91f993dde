package org.leadscore.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The format in which a column writes its times. Reads them as milliseconds since 1970 UTC, floored; a date without a
 * time is its first moment. Made by the reader of the rule file and by the reader of ledgers, taken by whoever reads
 * rows. Immutable.
 */
public final class TimeFormat {

    /** The answer for a text that is no time in this format. */
    public static final long NONE = Long.MIN_VALUE;

    private static final BigDecimal MAX_MILLIS = BigDecimal.valueOf(8_640_000_000_000_000L);

    private static final ZonedDateTime SAMPLE = Instant.EPOCH.atZone(ZoneOffset.UTC);

    /** The kind of a format. */
    private enum Style {
        ISO,
        SECONDS,
        MILLIS,
        PATTERN
    }

    private final Style style;
    private final ZoneDays zone;
    private final @Nullable DateTimeFormatter formatter;

    private final String description;

    private TimeFormat(Style style, ZoneDays zone, @Nullable DateTimeFormatter formatter, String description) {
        this.style = style;
        this.description = description;
        this.zone = zone;
        this.formatter = formatter;
    }

    /**
     * The format ISO-8601, {@code T} or a blank between date and time, with an offset, {@code Z}, {@code UTC} or none
     * of them.
     *
     * @param zone of times without an offset
     */
    public static TimeFormat iso(ZoneDays zone) {
        return new TimeFormat(Style.ISO, zone, null, "such as 2026-01-31T14:30:00");
    }

    /**
     * The format {@code epoch-seconds}, {@code epoch-millis}, or a pattern of {@link DateTimeFormatter}, in English,
     * strict: 31/02 is no date.
     *
     * @param zone of times without an offset
     * @throws IllegalArgumentException for a pattern that is none, or that has no date in it
     */
    public static TimeFormat of(String format, ZoneDays zone) {
        return switch (format) {
            case "epoch-seconds" -> new TimeFormat(Style.SECONDS, zone, null, "in seconds since 1970");
            case "epoch-millis" -> new TimeFormat(Style.MILLIS, zone, null, "in milliseconds since 1970");
            default -> new TimeFormat(Style.PATTERN, zone, formatter(format), "written as " + format);
        };
    }

    /** Words for the look of a time in this format, to go behind "a time" in a message. */
    public String description() {
        return description;
    }

    /** Reads a time in milliseconds since 1970 UTC, or {@link #NONE}; surrounding white space does not matter. */
    public long millis(String text) {
        return ofStripped(Text.strip(text));
    }

    /** Reads a time from a slice of UTF-8, as {@link #millis(String)}. */
    public long millis(byte[] utf8, int start, int length) {
        if (style == Style.ISO) {
            int from = Text.start(utf8, start, start + length);
            int to = Text.end(utf8, from, start + length);
            if (from == to || utf8[from] >= 0 && utf8[to - 1] >= 0) {
                return IsoTime.parse(utf8, from, to, zone);
            }
        }
        return millis(new String(utf8, start, length, StandardCharsets.UTF_8));
    }

    /**
     * Reads the moment, in milliseconds since 1970 UTC, at which a time is over: itself, or the end of the day for a date
     * without a time; {@link #NONE} for a text that is no time in this format.
     */
    public long end(String text) {
        String stripped = Text.strip(text);
        long start = ofStripped(stripped);
        return start == NONE || !isDate(stripped) ? start : zone.toInstant((zone.dayOf(start) + 1) * ZoneDays.DAY);
    }

    /** True for a text in this format that names no time of the day. */
    private boolean isDate(String text) {
        return switch (style) {
            case ISO -> text.length() == "2026-01-31".length();
            case SECONDS, MILLIS -> false;
            case PATTERN -> formatter != null && formatter.parse(text).query(TemporalQueries.localTime()) == null;
        };
    }

    private long ofStripped(String text) {
        return switch (style) {
            case ISO -> iso(text.getBytes(StandardCharsets.UTF_8));
            case SECONDS -> epoch(text, 3);
            case MILLIS -> epoch(text, 0);
            case PATTERN -> pattern(text);
        };
    }

    private long iso(byte[] utf8) {
        return IsoTime.parse(utf8, 0, utf8.length, zone);
    }

    private static long epoch(String text, int places) {
        BigDecimal number = Numbers.parse(text, '.');
        if (number == null) {
            return NONE;
        }
        BigDecimal millis = number.movePointRight(places);
        return millis.abs().compareTo(MAX_MILLIS) > 0
                ? NONE
                : millis.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private long pattern(String text) {
        if (formatter == null || text.isEmpty()) {
            return NONE;
        }
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalTime time = parsed.query(TemporalQueries.localTime());
            if (time != null && parsed.query(TemporalQueries.zone()) != null) {
                return ZonedDateTime.from(parsed).toInstant().toEpochMilli();
            }
            LocalDate date = LocalDate.from(parsed);
            LocalDateTime local = time == null ? date.atStartOfDay() : date.atTime(time);
            return zone.toInstant(local.toInstant(ZoneOffset.UTC).toEpochMilli());
        } catch (DateTimeException | ArithmeticException notATime) {
            return NONE;
        }
    }

    private static DateTimeFormatterBuilder compiled(String pattern) {
        try {
            return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        } catch (ClassCastException defect) { // of the JDK: a number right behind a padded one
            throw new IllegalArgumentException("the pattern '" + pattern + "' cannot be used", defect);
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter formatter = compiled(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        TimeFormat format = new TimeFormat(Style.PATTERN, new ZoneDays(ZoneOffset.UTC), formatter, pattern);
        try {
            if (format.millis(formatter.format(SAMPLE)) != NONE) {
                return formatter;
            }
        } catch (DateTimeException | ArrayIndexOutOfBoundsException unprintable) { // the latter a defect of the JDK
            throw new IllegalArgumentException("the pattern '" + pattern + "' is of no use for times", unprintable);
        }
        throw new IllegalArgumentException("the pattern '" + pattern + "' does not name a whole date");
    }
}
