package org.leadscore.draft;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * The format in which a column seems to write its times.
 *
 * @param format empty for ISO-8601, which needs none
 * @param isAmbiguous whether the values fit as well with day and month the other way round
 */
record TimeGuess(String format, boolean isAmbiguous) {

    private static final ZoneDays UTC = new ZoneDays(ZoneOffset.UTC);

    private static final List<String> CLOCKS =
            List.of("", " HH:mm", " HH:mm:ss", " H:mm", " H:mm:ss", " hh:mm a", " hh:mm:ss a", " h:mm a", " h:mm:ss a");

    /** Dates that begin with the day, each beside itself with the month first. */
    private static final List<List<String>> EITHER_WAY = List.of(
            List.of("dd/MM/yyyy", "MM/dd/yyyy"),
            List.of("d/M/yyyy", "M/d/yyyy"),
            List.of("dd-MM-yyyy", "MM-dd-yyyy"),
            List.of("d/M/yy", "M/d/yy"));

    private static final List<String> ONE_WAY =
            List.of("yyyy/MM/dd", "dd.MM.yyyy", "d.M.yyyy", "d MMM yyyy", "dd-MMM-yyyy", "MMM d, yyyy");

    /**
     * Bounds of numbers that are taken for times, in seconds: the first half of this century, 2000-01-01 and 2050-01-01
     * in UTC.
     */
    private static final long EARLIEST = 946_684_800;

    private static final long LATEST = 2_524_608_000L;

    private static final int LONGEST = 40;
    private static final int FIRST = 20;

    /**
     * Guesses the format of a column's times; empty when nine in ten values fit no format that is known.
     *
     * @param dates the order of day and month for values that fit both ways; unknown when nothing tells it
     */
    static Optional<TimeGuess> of(ExportColumn column, Dates dates) {
        if (column.holds(value -> TimeFormat.iso(UTC).millis(value) != TimeFormat.NONE)) {
            return Optional.of(new TimeGuess("", false));
        }
        if (column.holds(value -> isBetween(value, EARLIEST, LATEST))) {
            return Optional.of(new TimeGuess("epoch-seconds", false));
        }
        if (column.holds(value -> isBetween(value, EARLIEST * 1000, LATEST * 1000))) {
            return Optional.of(new TimeGuess("epoch-millis", false));
        }
        if (column.values().isEmpty()
                || !column.holds(value -> value.length() < LONGEST && value.matches(".*[0-9].*"))) {
            return Optional.empty(); // so that long texts need not be tried in a hundred formats
        }
        for (String clock : CLOCKS) {
            for (String date : ONE_WAY) {
                if (fits(column, date + clock)) {
                    return Optional.of(new TimeGuess(date + clock, false));
                }
            }
            for (List<String> pair : EITHER_WAY) {
                long day = fitting(column, pair.get(0) + clock);
                long month = fitting(column, pair.get(1) + clock);
                if (isMost(Math.max(day, month), column)) {
                    boolean dayFirst = day > month || day == month && dates.takesDayFirst();
                    boolean ambiguous = day == month && dates == Dates.UNKNOWN;
                    return Optional.of(new TimeGuess(pair.get(dayFirst ? 0 : 1) + clock, ambiguous));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The order of day and month in the format; unknown when the format is ISO-8601, ambiguous, or has the order fixed.
     */
    Dates order() {
        if (isAmbiguous || format.isEmpty()) {
            return Dates.UNKNOWN;
        }
        String date = format.split(" ", -1)[0];
        return EITHER_WAY.stream().anyMatch(pair -> pair.get(0).equals(date))
                ? Dates.DAY_FIRST
                : EITHER_WAY.stream().anyMatch(pair -> pair.get(1).equals(date)) ? Dates.MONTH_FIRST : Dates.UNKNOWN;
    }

    private static boolean fits(ExportColumn column, String format) {
        return isMost(fitting(column, format), column);
    }

    private static boolean isMost(long fitting, ExportColumn column) {
        return fitting * 10 >= column.values().size() * 9L;
    }

    /**
     * Number of values that are times in that format; counted only in the first ones when fewer than half of those are.
     */
    private static long fitting(ExportColumn column, String format) {
        List<String> values = column.values();
        List<String> first = values.subList(0, Math.min(FIRST, values.size()));
        TimeFormat times = TimeFormat.of(format, UTC);
        boolean padded = format.matches("(dd|MM)[/.-].*");
        long begun = fitting(first, times, padded);
        return begun * 2 < first.size() || first.size() == values.size() ? begun : fitting(values, times, padded);
    }

    private static long fitting(List<String> values, TimeFormat times, boolean padded) {
        return values.stream()
                .filter(value -> (!padded || isPadded(value)) && times.millis(value) != TimeFormat.NONE)
                .count();
    }

    private static boolean isPadded(String value) {
        return value.length() > 1 && Character.isDigit(value.charAt(1));
    }

    private static boolean isBetween(String value, long least, long most) {
        if (!value.matches("[0-9]{1,15}")) {
            return false;
        }
        long number = Long.parseLong(value);
        return number >= least && number <= most;
    }
}
