package org.leadscore.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * Writes times as ISO-8601 with the offset of a zone, to the second, or to the millisecond where there are any. By hand,
 * since every row of a report has one; remembers the last day, so one thread only.
 */
final class ZonedTimes {

    private static final long LAST = 253_370_764_800_000L; // 9999-01-01 UTC

    private final ZoneId zone;
    private final ZoneRules rules;
    private final StringBuilder text = new StringBuilder(32);
    private long day = Long.MIN_VALUE;
    private String date = "";

    ZonedTimes(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** Blank for {@link TimeFormat#NONE}. */
    String format(long millis) {
        if (millis == TimeFormat.NONE) {
            return "";
        }
        Instant instant = Instant.ofEpochMilli(millis);
        if (millis < 0 || millis >= LAST) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
        }
        int offset = rules.getOffset(instant).getTotalSeconds();
        long local = millis + offset * 1000L;
        int ofDay = (int) Math.floorMod(local, ZoneDays.DAY);
        setDay(Math.floorDiv(local, ZoneDays.DAY));
        text.setLength(0);
        text.append(date).append('T');
        two(ofDay / 3_600_000);
        text.append(':');
        two(ofDay / 60_000 % 60);
        text.append(':');
        two(ofDay / 1000 % 60);
        if (ofDay % 1000 != 0) {
            text.append('.').append((char) ('0' + ofDay % 1000 / 100));
            two(ofDay % 100);
        }
        offset(offset);
        return text.toString();
    }

    private void setDay(long localDay) {
        if (localDay != day) {
            day = localDay;
            date = LocalDate.ofEpochDay(localDay).toString();
        }
    }

    private void offset(int seconds) {
        if (seconds == 0) {
            text.append('Z');
            return;
        }
        int size = Math.abs(seconds);
        text.append(seconds < 0 ? '-' : '+');
        two(size / 3600);
        text.append(':');
        two(size / 60 % 60);
        if (size % 60 != 0) {
            text.append(':');
            two(size % 60);
        }
    }

    private void two(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
