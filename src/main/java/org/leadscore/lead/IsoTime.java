package org.leadscore.lead;

import java.nio.charset.StandardCharsets;

/** Reads ISO-8601 times by hand, as every row of a log has one. */
final class IsoTime {

    private static final int[] DAYS_IN_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private static final int TO_SECOND = 19;

    /**
     * The three overlapping words that a time is made of, with zeros for its digits; and for each of them all bits of
     * its marks, such as hyphens.
     */
    private static final long YEAR_MONTH = word("0000-00-");

    private static final long DAY_MINUTE = word("00T00:00");
    private static final long CLOCK = word("00:00:00");
    private static final long YEAR_MONTH_MARKS = marks(YEAR_MONTH);
    private static final long DAY_MINUTE_MARKS = marks(DAY_MINUTE);
    private static final long CLOCK_MARKS = marks(CLOCK);

    /** A summand of a byte that makes its highest bit tell 10 and more from 0 to 9. */
    private static final long BEYOND_9 = Eight.times((byte) (0x80 - 10));

    /**
     * Days from 1970-01-01 to the first of each month, from January of the first year on; one month more than is read.
     */
    private static final int[] DAYS_BEFORE_MONTH;

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;

    static {
        int months = 12 * (LAST_YEAR + 1 - FIRST_YEAR);
        DAYS_BEFORE_MONTH = new int[months + 1];
        for (int month = 0; month <= months; month++) {
            DAYS_BEFORE_MONTH[month] = (int) epochDay(FIRST_YEAR + month / 12, month % 12 + 1, 1);
        }
    }

    private IsoTime() {}

    private static long word(String ascii) {
        return Eight.at(ascii.getBytes(StandardCharsets.US_ASCII), 0);
    }

    private static long marks(long word) {
        long digits = Eight.zeros(word ^ Eight.times((byte) '0')) >>> 7;
        return ~(digits * 0xFF);
    }

    /**
     * Reads a time from a slice of UTF-8 that has no white space around it.
     *
     * @return milliseconds since 1970 UTC, floored, or {@link TimeFormat#NONE} when it is no time
     */
    static long parse(byte[] text, int start, int end, ZoneDays zone) {
        int length = end - start;
        if (length == TO_SECOND || length == TO_SECOND + 1 && text[end - 1] == 'Z') {
            long local = toSecond(text, start);
            if (local != TimeFormat.NONE) {
                return length == TO_SECOND ? zone.toInstant(local) : local;
            }
        }
        return parseAny(text, start, end, zone);
    }

    /**
     * Reads nineteen bytes of the form {@code yyyy-MM-ddTHH:mm:ss}, eight of them at once, as if the time were in UTC;
     * most logs have this form in every row. Answers {@link TimeFormat#NONE} for any other form, and before 1970 or
     * after 2099.
     */
    private static long toSecond(byte[] text, int start) {
        long yearMonth = Eight.at(text, start) ^ YEAR_MONTH;
        long dayMinute = Eight.at(text, start + 8) ^ DAY_MINUTE;
        long clock = Eight.at(text, start + 11) ^ CLOCK;
        long notDigits =
                (yearMonth + BEYOND_9 | yearMonth) | (dayMinute + BEYOND_9 | dayMinute) | (clock + BEYOND_9 | clock);
        long marks = yearMonth & YEAR_MONTH_MARKS | dayMinute & DAY_MINUTE_MARKS | clock & CLOCK_MARKS;
        if (Eight.beyondAscii(notDigits) || marks != 0) {
            return TimeFormat.NONE;
        }
        long ofYearMonth = pairs(yearMonth);
        long ofClock = pairs(clock);
        int year = 100 * pair(ofYearMonth, 0) + pair(ofYearMonth, 2);
        int month = pair(ofYearMonth, 5);
        int day = pair(pairs(dayMinute), 0);
        int hour = pair(ofClock, 0);
        int minute = pair(ofClock, 3);
        int second = pair(ofClock, 6);
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) {
            return TimeFormat.NONE;
        }
        int place = 12 * (year - FIRST_YEAR) + month - 1;
        int before = DAYS_BEFORE_MONTH[place];
        if (day < 1 || day > DAYS_BEFORE_MONTH[place + 1] - before || hour > 23 || minute > 59 || second > 59) {
            return TimeFormat.NONE;
        }
        return (before + day - 1) * ZoneDays.DAY + ((hour * 60L + minute) * 60 + second) * 1000;
    }

    /**
     * Puts into each byte the number that its digit and the next one make; the bytes must be the values of digits, or
     * 0.
     */
    private static long pairs(long digits) {
        return 10 * digits + (digits >>> 8);
    }

    private static int pair(long pairs, int at) {
        return (int) (pairs >>> 8 * at) & 0xFF;
    }

    private static long parseAny(byte[] text, int start, int end, ZoneDays zone) {
        long date = end - start < 10 ? TimeFormat.NONE : date(text, start);
        if (date == TimeFormat.NONE || end - start == 10) {
            return date == TimeFormat.NONE ? TimeFormat.NONE : zone.toInstant(date);
        }
        int minute = end - start < 16 ? -1 : minuteOfDay(text, start + 10);
        if (minute < 0) {
            return TimeFormat.NONE;
        }
        int second = 0;
        int millis = 0;
        int at = start + 16;
        if (at < end && text[at] == ':') {
            second = end - at < 3 ? -1 : digits(text, at + 1, 2);
            if (second < 0 || second > 59) {
                return TimeFormat.NONE;
            }
            at += 3;
            if (at < end && (text[at] == '.' || text[at] == ',')) {
                int first = ++at;
                int unit = 100;
                for (; at < end && isDigit(text[at]); at++, unit /= 10) {
                    millis += unit * (text[at] - '0');
                }
                if (at == first) {
                    return TimeFormat.NONE;
                }
            }
        }
        long local = date + (minute * 60L + second) * 1000 + millis;
        if (at == end) {
            return zone.toInstant(local);
        }
        long offset = offset(text, at, end);
        return offset == TimeFormat.NONE ? TimeFormat.NONE : local - offset;
    }

    /** The first millisecond of a date, as if it were in UTC; {@link TimeFormat#NONE} for a text that is no date. */
    private static long date(byte[] text, int start) {
        int year = digits(text, start, 4);
        int month = digits(text, start + 5, 2);
        int day = digits(text, start + 8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || text[start + 4] != '-' || text[start + 7] != '-') {
            return TimeFormat.NONE;
        }
        if (day > DAYS_IN_MONTH[month - 1] || (month == 2 && day == 29 && !isLeap(year))) {
            return TimeFormat.NONE;
        }
        return epochDay(year, month, day) * ZoneDays.DAY;
    }

    /**
     * The minute of the day, read from the {@code T} or blank behind the date on; −1 when there are no hour and minute.
     */
    private static int minuteOfDay(byte[] text, int start) {
        byte between = text[start];
        int hour = digits(text, start + 1, 2);
        int minute = digits(text, start + 4, 2);
        boolean isUsable = (between == 'T' || between == ' ' || between == 't')
                && text[start + 3] == ':'
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60;
        return isUsable ? 60 * hour + minute : -1;
    }

    private static boolean isWord(String word, byte[] text, int at) {
        return text[at] == word.charAt(0) && text[at + 1] == word.charAt(1) && text[at + 2] == word.charAt(2);
    }

    /**
     * Reads an offset from UTC, in milliseconds, positive to the east; {@link TimeFormat#NONE} for a text that is none.
     */
    private static long offset(byte[] text, int start, int end) {
        int at = text[start] == ' ' ? start + 1 : start;
        int length = end - at;
        if (length == 1 && (text[at] == 'Z' || text[at] == 'z')) {
            return 0;
        }
        if (length < 3 || (text[at] != '+' && text[at] != '-')) {
            return length == 3 && (isWord("UTC", text, at) || isWord("GMT", text, at)) ? 0 : TimeFormat.NONE;
        }
        int hours = digits(text, at + 1, 2);
        int minutes = 0;
        if (length == 6 && text[at + 3] == ':') {
            minutes = digits(text, at + 4, 2);
        } else if (length == 5) {
            minutes = digits(text, at + 3, 2);
        } else if (length != 3) {
            return TimeFormat.NONE;
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return TimeFormat.NONE;
        }
        long millis = (hours * 60L + minutes) * 60_000;
        return text[at] == '-' ? -millis : millis;
    }

    private static int digits(byte[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            byte c = text[i];
            if (!isDigit(c)) {
                return -1;
            }
            value = 10 * value + c - '0';
        }
        return value;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /**
     * The number of days from 1970-01-01 in the proleptic Gregorian calendar, by the count of days in 400-year eras
     * from 1 March (Hinnant, 2013).
     */
    private static long epochDay(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
