package org.leadscore.lead;

/** ISO-8601 times read by hand, as every row of a log has one. */
final class IsoTime {

    private static final int[] DAYS_IN_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private IsoTime() {}

    /** Milliseconds since 1970 UTC, floored, or {@link TimeFormat#NONE}; the slice has no white space around it. */
    static long parse(char[] text, int start, int end, ZoneDays zone) {
        if (end - start < 10) {
            return TimeFormat.NONE;
        }
        int year = digits(text, start, 4);
        int month = digits(text, start + 5, 2);
        int day = digits(text, start + 8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || text[start + 4] != '-' || text[start + 7] != '-') {
            return TimeFormat.NONE;
        }
        if (day > DAYS_IN_MONTH[month - 1] || (month == 2 && day == 29 && !isLeap(year))) {
            return TimeFormat.NONE;
        }
        long date = epochDay(year, month, day) * ZoneDays.DAY;
        if (end - start == 10) {
            return zone.toInstant(date);
        }
        if (end - start < 16) {
            return TimeFormat.NONE;
        }
        char between = text[start + 10];
        int hour = digits(text, start + 11, 2);
        int minute = digits(text, start + 14, 2);
        if ((between != 'T' && between != ' ' && between != 't')
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || text[start + 13] != ':') {
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
        long local = date + ((hour * 60L + minute) * 60 + second) * 1000 + millis;
        if (at == end) {
            return zone.toInstant(local);
        }
        long offset = offset(new String(text, at, end - at));
        return offset == TimeFormat.NONE ? TimeFormat.NONE : local - offset;
    }

    /** Milliseconds east of UTC. */
    private static long offset(String written) {
        String text = written.startsWith(" ") ? written.substring(1) : written;
        if (text.equals("Z") || text.equals("z") || text.equals("UTC")) {
            return 0;
        }
        int length = text.length();
        if (length < 3 || (text.charAt(0) != '+' && text.charAt(0) != '-')) {
            return TimeFormat.NONE;
        }
        char[] chars = text.toCharArray();
        int hours = digits(chars, 1, 2);
        int minutes = 0;
        if (length == 6 && chars[3] == ':') {
            minutes = digits(chars, 4, 2);
        } else if (length == 5) {
            minutes = digits(chars, 3, 2);
        } else if (length != 3) {
            return TimeFormat.NONE;
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return TimeFormat.NONE;
        }
        long millis = (hours * 60L + minutes) * 60_000;
        return chars[0] == '-' ? -millis : millis;
    }

    private static int digits(char[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text[i];
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
