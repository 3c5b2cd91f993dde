package org.leadscore.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A form in which a time is one number, with decimals or without.
 *
 * @param decimal the character of the decimal point
 * @param zone the one whose days are numbered; of no meaning where a number counts from 1970 UTC
 */
record NumberForm(Unit unit, char decimal, ZoneDays zone) implements TimeForm {

    private static final BigDecimal MOST_MILLIS = BigDecimal.valueOf(8_640_000_000_000_000L);

    /** The unit that is counted, and its beginning. */
    enum Unit {
        EPOCH_SECONDS("epoch-seconds", "in seconds since 1970", 3),
        EPOCH_MILLIS("epoch-millis", "in milliseconds since 1970", 0),
        EPOCH_MICROS("epoch-micros", "in microseconds since 1970", -3),
        EPOCH_NANOS("epoch-nanos", "in nanoseconds since 1970", -6),

        /** Days as spreadsheets number them, where 1 is the first of January 1900 and 60 a day that never was. */
        DAY_NUMBER("day-number", "as the number of a day in a spreadsheet, such as 46053.6", 0);

        private final String word;
        private final String description;

        /** The number of places by which the decimal point moves right to make milliseconds. */
        private final int places;

        Unit(String word, String description, int places) {
            this.word = word;
            this.description = description;
            this.places = places;
        }

        /** The name of the format in rule files. */
        String word() {
            return word;
        }
    }

    /** The number of 1970-01-01 in spreadsheets. */
    private static final int DAYS_TO_1970 = 25_569;

    /** The first number behind the day that never was, 1900-03-01. */
    private static final int FIRST_DAY = 61;

    /** The number of the last day of the year 9999. */
    private static final int LAST_DAY = 2_958_465;

    @Override
    public long millis(String text) {
        BigDecimal number = number(text);
        if (number == null) {
            return TimeFormat.NONE;
        }
        if (unit == Unit.DAY_NUMBER) {
            return ofDay(number);
        }
        BigDecimal millis = number.movePointRight(unit.places);
        return millis.abs().compareTo(MOST_MILLIS) > 0
                ? TimeFormat.NONE
                : millis.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /** A number with the source's decimal point, or with a point, as programs write times whatever people use. */
    private @Nullable BigDecimal number(String text) {
        BigDecimal number = Numbers.parse(text, decimal);
        return number == null ? Numbers.parse(text, '.') : number;
    }

    /** Spreadsheets keep a day's share in binary, so that 14:30 may be a hair less than it: rounded, not floored. */
    private long ofDay(BigDecimal number) {
        if (number.compareTo(BigDecimal.valueOf(FIRST_DAY)) < 0
                || number.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return TimeFormat.NONE;
        }
        BigDecimal local = number.subtract(BigDecimal.valueOf(DAYS_TO_1970)).multiply(BigDecimal.valueOf(ZoneDays.DAY));
        return zone.toInstant(local.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    @Override
    public boolean isDay(String text) {
        BigDecimal number = unit == Unit.DAY_NUMBER ? number(text) : null;
        return number != null && number.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public String named() {
        return unit.word();
    }

    @Override
    public String description() {
        return unit.description;
    }

    @Override
    public String write(LocalDateTime time) {
        BigDecimal millis = BigDecimal.valueOf(time.toInstant(ZoneOffset.UTC).toEpochMilli());
        BigDecimal number = unit == Unit.DAY_NUMBER
                ? millis.divide(BigDecimal.valueOf(ZoneDays.DAY), 10, RoundingMode.HALF_UP)
                        .add(BigDecimal.valueOf(DAYS_TO_1970))
                : millis.movePointLeft(unit.places);
        return Numbers.plain(number).replace('.', decimal);
    }
}
