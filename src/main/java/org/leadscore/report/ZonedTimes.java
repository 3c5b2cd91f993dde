package org.leadscore.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;

/**
 * Writes times as ISO-8601 with the offset of a zone, to the second, or to the millisecond where there are any. Every row of
 * a report has one, so days that were met are remembered, as texts in which only the time is put anew. For one thread only.
 */
final class ZonedTimes {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXXXX", Locale.ROOT);
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXXXX", Locale.ROOT);

    private static final long FIRST = 86_400_000L; // 1970-01-02 UTC
    private static final long LAST = 253_370_764_800_000L; // 9999-01-01 UTC
    private static final int DAYS = 1 << 9;
    private static final int TIME = "1970-01-01T".length();

    /** Of a day of UTC, the local days before, of the same date, and behind. */
    private static final int LOCAL_DAYS = 3;

    private final ZoneId zone;
    private final ZoneRules rules;

    /** Days of UTC that have one offset all day long, each where its lowest bits say. */
    private final long[] days = new long[DAYS];

    private final int[] offsets = new int[DAYS];
    private final byte[] @Nullable [] texts = new byte[DAYS * LOCAL_DAYS][];

    ZonedTimes(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
        Arrays.fill(days, Long.MIN_VALUE);
    }

    /** Blank for {@link TimeFormat#NONE}. */
    String format(long millis) {
        if (millis == TimeFormat.NONE) {
            return "";
        }
        if (millis < FIRST || millis >= LAST || millis % 1000 != 0) {
            return iso(millis);
        }
        long day = millis / ZoneDays.DAY;
        int slot = (int) day & DAYS - 1;
        if (days[slot] != day && !remember(day, slot)) {
            return iso(millis);
        }
        long local = millis + offsets[slot] * 1000L;
        long localDay = local / ZoneDays.DAY;
        int place = slot * LOCAL_DAYS + (int) (localDay - day) + 1;
        byte[] text = texts[place];
        if (text == null) {
            text = iso(localDay * ZoneDays.DAY - offsets[slot] * 1000L, offsets[slot])
                    .getBytes(StandardCharsets.ISO_8859_1);
            texts[place] = text;
        }
        int second = (int) (local - localDay * ZoneDays.DAY) / 1000;
        put(text, TIME, second / 3600);
        put(text, TIME + 3, second / 60 % 60);
        put(text, TIME + 6, second % 60);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** False for a day on which clocks are changed, or whose offset has seconds. */
    private boolean remember(long day, int slot) {
        Instant before = Instant.ofEpochMilli(day * ZoneDays.DAY - 1);
        ZoneOffsetTransition next = rules.nextTransition(before);
        int offset = rules.getOffset(Instant.ofEpochMilli(day * ZoneDays.DAY)).getTotalSeconds();
        if (offset % 60 != 0 || next != null && next.toEpochSecond() * 1000 < (day + 1) * ZoneDays.DAY) {
            return false;
        }
        days[slot] = day;
        offsets[slot] = offset;
        Arrays.fill(texts, slot * LOCAL_DAYS, (slot + 1) * LOCAL_DAYS, null);
        return true;
    }

    private String iso(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        return millis < 0 || millis >= LAST
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone))
                : iso(millis, rules.getOffset(instant).getTotalSeconds());
    }

    private static String iso(long millis, int offset) {
        Instant instant = Instant.ofEpochMilli(millis);
        DateTimeFormatter format = millis % 1000 == 0 ? SECONDS : MILLISECONDS;
        return format.format(instant.atOffset(ZoneOffset.ofTotalSeconds(offset)));
    }

    private static void put(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
