package org.leadscore.lead;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The format in which a column writes its times: one form, or several, of which the first that fits reads a text. Reads them
 * as milliseconds since 1970 UTC, floored; a date without a time is its first moment. Made by the reader of the rule file
 * and by the reader of ledgers, taken by whoever reads rows. Immutable.
 */
public final class TimeFormat {

    /** The answer for a text that is no time in this format. */
    public static final long NONE = Long.MIN_VALUE;

    /** The name of the format ISO-8601 in rule files, where it stands beside others. */
    static final String ISO = "iso";

    /** Times by which formats are told apart: days that are months too, and days that are not. */
    private static final List<LocalDateTime> SAMPLES = samples();

    /** Null where the only form is ISO-8601, which is read from bytes. */
    private final @Nullable List<TimeForm> forms;

    private final ZoneDays zone;

    private TimeFormat(@Nullable List<TimeForm> forms, ZoneDays zone) {
        this.forms = forms;
        this.zone = zone;
    }

    /**
     * The format ISO-8601, {@code T} or a blank between date and time, with an offset, {@code Z}, {@code UTC} or none
     * of them.
     *
     * @param zone of times without an offset
     */
    public static TimeFormat iso(ZoneDays zone) {
        return new TimeFormat(null, zone);
    }

    /**
     * A format of one form, with English names and a decimal point.
     *
     * @param format a word of {@link #words}, or a pattern of {@link java.time.format.DateTimeFormatter}, strict: 31/02 is no date
     * @param zone of times without an offset
     * @throws IllegalArgumentException for a pattern that is none, or that has no date in it
     */
    public static TimeFormat of(String format, ZoneDays zone) {
        return of(List.of(format), PatternForm.ENGLISH, '.', zone);
    }

    /**
     * A format of one form or several.
     *
     * @param formats each as above; at least one
     * @param language of the names of months and days, one of {@link #languages}
     * @param decimal the decimal point of times that are numbers
     * @param zone of times without an offset
     * @throws IllegalArgumentException for a pattern that is none, or that has no date in it
     */
    public static TimeFormat of(List<String> formats, String language, char decimal, ZoneDays zone) {
        if (formats.equals(List.of(ISO))) {
            return iso(zone);
        }
        List<TimeForm> forms = new ArrayList<>();
        for (String format : formats) {
            forms.add(form(format, language, decimal, zone));
        }
        return new TimeFormat(Collections.unmodifiableList(forms), zone);
    }

    private static TimeForm form(String format, String language, char decimal, ZoneDays zone) {
        if (format.equals(ISO)) {
            return new IsoForm(zone);
        }
        for (NumberForm.Unit unit : NumberForm.Unit.values()) {
            if (unit.word().equals(format)) {
                return new NumberForm(unit, decimal, zone);
            }
        }
        return new PatternForm(format, language, zone);
    }

    /** The names of formats that are no patterns. */
    public static List<String> words() {
        return Stream.concat(Stream.of(ISO), Stream.of(NumberForm.Unit.values()).map(NumberForm.Unit::word))
                .toList();
    }

    /** The languages whose names of months and days can be read, by their codes of two letters. */
    public static Set<String> languages() {
        return CalendarWords.languages();
    }

    /**
     * A text that two formats read as two different times, so that it cannot be told which one is meant; null when none was
     * found. Both are tried on what they write themselves, for some days that are months too and some that are not.
     */
    public static @Nullable String doubt(TimeFormat one, TimeFormat other) {
        for (LocalDateTime sample : SAMPLES) {
            for (TimeForm form :
                    Stream.concat(one.forms().stream(), other.forms().stream()).toList()) {
                String text = form.write(sample);
                long left = one.millis(text);
                long right = other.millis(text);
                if (left != NONE && right != NONE && left != right) {
                    return text;
                }
            }
        }
        return null;
    }

    private static List<LocalDateTime> samples() {
        List<LocalDateTime> samples = new ArrayList<>();
        for (int year : new int[] {2026, 2003, 2012}) {
            for (int month : new int[] {4, 1, 11}) {
                for (int day : new int[] {3, 12, 25}) {
                    for (LocalTime time :
                            List.of(LocalTime.MIDNIGHT, LocalTime.of(5, 6, 7), LocalTime.of(17, 18, 19, 123_000_000))) {
                        samples.add(LocalDate.of(year, month, day).atTime(time));
                    }
                }
            }
        }
        return List.copyOf(samples);
    }

    /** Words for the look of a time in this format, to go behind "a time" in a message. */
    public String description() {
        List<TimeForm> all = forms();
        return all.size() == 1
                ? all.get(0).description()
                : all.stream().map(TimeForm::named).collect(Collectors.joining(", or ", "written as ", ""));
    }

    private List<TimeForm> forms() {
        return forms == null ? List.of(new IsoForm(zone)) : forms;
    }

    /** Reads a time in milliseconds since 1970 UTC, or {@link #NONE}; surrounding white space does not matter. */
    public long millis(String text) {
        return ofStripped(Text.strip(text));
    }

    /** Reads a time from a slice of UTF-8, as {@link #millis(String)}. */
    public long millis(byte[] utf8, int start, int length) {
        if (forms == null) {
            int from = Text.start(utf8, start, start + length);
            int to = Text.end(utf8, from, start + length);
            if (from == to || utf8[from] >= 0 && utf8[to - 1] >= 0) {
                long millis = IsoTime.parse(utf8, from, to, zone);
                if (millis != NONE || from == to) {
                    return millis;
                }
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
        for (TimeForm form : forms()) {
            long start = form.millis(stripped);
            if (start != NONE) {
                return form.isDay(stripped) ? zone.toInstant((zone.dayOf(start) + 1) * ZoneDays.DAY) : start;
            }
        }
        return NONE;
    }

    private long ofStripped(String text) {
        for (TimeForm form : forms()) {
            long millis = form.millis(text);
            if (millis != NONE) {
                return millis;
            }
        }
        return NONE;
    }
}
