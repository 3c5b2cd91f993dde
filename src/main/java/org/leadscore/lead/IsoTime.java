package org.leadscore.lead;

/** ISO-8601 times read by hand, as every row of a log has one. */
final class IsoTime {

    private static final int[] DAYS_IN_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private IsoTime() {}

    /** Milliseconds since 1970 UTC, floored, or {@link TimeFormat#NONE}. */
    static long parse(String text, ZoneDays zone) {
        int length = text.length();
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return TimeFormat.NONE;
        }
        if (day > DAYS_IN_MONTH[month - 1] || (month == 2 && day == 29 && !isLeap(year))) {
            return TimeFormat.NONE;
        }
        long date = epochDay(year, month, day) * ZoneDays.DAY;
        if (length == 10) {
            return zone.toInstant(date);
        }
        char between = text.charAt(10);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        if ((between != 'T' && between != ' ' && between != 't')
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || text.charAt(13) != ':') {
            return TimeFormat.NONE;
        }
        int second = 0;
        int millis = 0;
        int at = 16;
        if (at < length && text.charAt(at) == ':') {
            second = digits(text, 17, 2);
            if (second < 0 || second > 59) {
                return TimeFormat.NONE;
            }
            at = 19;
            if (at < length && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int first = ++at;
                int unit = 100;
                for (; at < length && isDigit(text.charAt(at)); at++, unit /= 10) {
                    millis += unit * (text.charAt(at) - '0');
                }
                if (at == first) {
                    return TimeFormat.NONE;
                }
            }
        }
        long local = date + ((hour * 60L + minute) * 60 + second) * 1000 + millis;
        if (at == length) {
            return zone.toInstant(local);
        }
        long offset = offset(text, at);
        return offset == TimeFormat.NONE ? TimeFormat.NONE : local - offset;
    }

    /** Milliseconds east of UTC. */
    private static long offset(String text, int from) {
        int at = text.charAt(from) == ' ' ? from + 1 : from;
        int length = text.length() - at;
        if (length == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
            return 0;
        }
        if (length == 3 && text.startsWith("UTC", at)) {
            return 0;
        }
        if (length < 3 || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
            return TimeFormat.NONE;
        }
        int hours = digits(text, at + 1, 2);
        int minutes = 0;
        if (length == 6 && text.charAt(at + 3) == ':') {
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
        return text.charAt(at) == '-' ? -millis : millis;
    }

    private static int digits(String text, int from, int count) {
        if (from + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            value = 10 * value + c - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Days from 1970-01-01 in the proleptic Gregorian calendar, by the count of days in 400-year eras from 1 March (Hinnant, 2013). */
    private static long epochDay(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
