package org.leadscore.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * Writes times as ISO-8601 with the offset of a zone, to the second, or to the millisecond where there are any. By hand,
 * since every row of a report has one; remembers days, so one thread only.
 */
final class ZonedTimes {

    private static final long LAST = 253_370_764_800_000L; // 9999-01-01 UTC
    private static final int DAYS = 1 << 7;
    private static final int DATE = 10;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final byte[] text = new byte[48];
    private int length;

    /** Days that were met, each where its lowest bits say: those of UTC with their offsets, and local ones with their dates. */
    private final long[] utcDays = new long[DAYS];

    private final int[] offsets = new int[DAYS];
    private final long[] localDays = new long[DAYS];
    private final byte[][] dates = new byte[DAYS][];

    ZonedTimes(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
        Arrays.fill(utcDays, Long.MIN_VALUE);
        Arrays.fill(localDays, Long.MIN_VALUE);
    }

    /** Blank for {@link TimeFormat#NONE}. */
    String format(long millis) {
        if (millis == TimeFormat.NONE) {
            return "";
        }
        if (millis < 0 || millis >= LAST) {
            return far(millis);
        }
        int offset = offsetAt(millis);
        long local = millis + offset * 1000L;
        int ofDay = (int) Math.floorMod(local, ZoneDays.DAY);
        length = 0;
        date(Math.floorDiv(local, ZoneDays.DAY));
        one('T');
        two(ofDay / 3_600_000);
        one(':');
        two(ofDay / 60_000 % 60);
        one(':');
        two(ofDay / 1000 % 60);
        if (ofDay % 1000 != 0) {
            one('.');
            one((char) ('0' + ofDay % 1000 / 100));
            two(ofDay % 100);
        }
        offset(offset);
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    private String far(long millis) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atZone(zone));
    }

    private int offsetAt(long millis) {
        long day = Math.floorDiv(millis, ZoneDays.DAY);
        int slot = (int) day & DAYS - 1;
        return utcDays[slot] == day ? offsets[slot] : newOffset(millis, day, slot);
    }

    /** Remembered only where it is that of the whole day. */
    private int newOffset(long millis, long day, int slot) {
        int offset = rules.getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochMilli(day * ZoneDays.DAY - 1));
        if (next == null || next.toEpochSecond() * 1000 >= (day + 1) * ZoneDays.DAY) {
            utcDays[slot] = day;
            offsets[slot] = offset;
        }
        return offset;
    }

    private void date(long localDay) {
        int slot = (int) localDay & DAYS - 1;
        if (localDays[slot] != localDay) {
            localDays[slot] = localDay;
            dates[slot] = LocalDate.ofEpochDay(localDay).toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        System.arraycopy(dates[slot], 0, text, length, DATE);
        length += DATE;
    }

    private void offset(int seconds) {
        if (seconds == 0) {
            one('Z');
            return;
        }
        int size = Math.abs(seconds);
        one(seconds < 0 ? '-' : '+');
        two(size / 3600);
        one(':');
        two(size / 60 % 60);
        if (size % 60 != 0) {
            one(':');
            two(size % 60);
        }
    }

    private void two(int number) {
        one((char) ('0' + number / 10));
        one((char) ('0' + number % 10));
    }

    private void one(char ascii) {
        text[length++] = (byte) ascii;
    }
}
