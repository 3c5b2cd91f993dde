package org.leadscore.ingest.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.workbook.CellFormats.Meaning;

/**
 * The text of cells that hold numbers: digits, or a date and time in ISO 8601.
 *
 * @param is1904 true when days are counted from 1904, and not from 1900
 * @param decimal the decimal point of numbers
 */
record CellValues(CellFormats formats, boolean is1904, char decimal) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 31);

    /** The day that Excel takes for 29 February 1900, which there was not. */
    private static final int NO_DAY = 60;

    private static final int LAST_DAY = 2_958_465; // 9999-12-31
    private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000);
    private static final BigDecimal MILLIS_OF_SECOND = BigDecimal.valueOf(1000);

    /** The most digits of a number that Excel shows. */
    private static final int SHOWN = 15;

    private static final int HELD = 17; // digits that tell all numbers of 64 bits apart
    private static final int LARGEST_EXPONENT = 400;

    /**
     * The text of a number.
     *
     * @param raw the number as it stands in the workbook
     * @param style the number of the cell's style; null for the usual one
     */
    String text(String raw, @Nullable String style) {
        if (raw.length() > LARGEST_EXPONENT) {
            return raw;
        }
        Meaning meaning = formats.of(style);
        if (meaning == Meaning.NUMBER && raw.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return raw;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(raw);
        } catch (NumberFormatException none) {
            return raw;
        }
        if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            return raw;
        }
        return switch (meaning) {
            case NUMBER -> digits(number);
            case PERCENTAGE -> percentage(number);
            case DAY, MOMENT, EXACT_MOMENT, TIME -> moment(number, meaning);
        };
    }

    private String digits(BigDecimal number) {
        return shortest(number).toPlainString().replace('.', decimal);
    }

    /** The percentage that a cell shows, which is a hundred times its number. */
    private String percentage(BigDecimal number) {
        return digits(shortest(number).movePointRight(2)) + "%";
    }

    /** The fewest digits that stand for the same number of 64 bits, as workbooks write 19.99 as 19.989999999999998. */
    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal shortest = number;
        if (number.scale() > 0 && number.precision() > SHOWN) {
            for (int digits = HELD; digits >= SHOWN; digits--) {
                BigDecimal shorter = number.round(new MathContext(digits, RoundingMode.HALF_EVEN));
                if (shorter.doubleValue() == number.doubleValue()) {
                    shortest = shorter.scale() > 0 ? shorter.stripTrailingZeros() : shorter;
                }
            }
        }
        return shortest;
    }

    private String moment(BigDecimal days, Meaning meaning) {
        BigDecimal millis = days.multiply(MILLIS_OF_DAY).setScale(0, RoundingMode.HALF_UP);
        BigDecimal rounded = meaning == Meaning.EXACT_MOMENT
                ? millis
                : days.multiply(MILLIS_OF_DAY)
                        .divide(MILLIS_OF_SECOND, 0, RoundingMode.HALF_UP)
                        .multiply(MILLIS_OF_SECOND);
        BigDecimal[] parts = rounded.divideAndRemainder(MILLIS_OF_DAY);
        if (rounded.signum() < 0 || parts[0].compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return digits(days);
        }
        int day = parts[0].intValue();
        long within = parts[1].longValue();
        LocalDateTime time = day(day).atStartOfDay().plus(within, ChronoUnit.MILLIS);
        if (meaning == Meaning.TIME && day == 0) {
            return TIME.format(time);
        }
        if (meaning == Meaning.DAY && within == 0) {
            return time.toLocalDate().toString();
        }
        return (within % 1000 == 0 ? SECONDS : MILLIS).format(time);
    }

    private LocalDate day(int number) {
        return is1904 ? FROM_1904.plusDays(number) : FROM_1900.plusDays(number < NO_DAY ? number : number - 1L);
    }
}
