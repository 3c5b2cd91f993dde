package org.leadscore.report.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
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
public final class ZonedTimes {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXXXX", Locale.ROOT);
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXXXX", Locale.ROOT);

    private static final long FIRST = 86_400_000L; // 1970-01-02 UTC
    private static final long LAST = 253_370_764_800_000L; // 9999-01-01 UTC
    private static final int DAYS = 1 << 9;
    private static final int TIME = "1970-01-01T".length();

    /** Number of local days for each day of UTC: the one before, the one of the same date, and the one behind. */
    private static final int LOCAL_DAYS = 3;

    /** The mark of a day on which clocks are changed, in place of its offset. */
    private static final int CHANGES = Integer.MIN_VALUE;

    private static final byte[] NOTHING = {};

    private final ZoneId zone;
    private final ZoneRules rules;

    /** The days of UTC since 1970-01-01 that are remembered, each in the slot that its lowest bits say. */
    private final long[] days = new long[DAYS];

    /** Offset of each slot's day in seconds east of UTC, or {@link #CHANGES}. */
    private final int[] offsets = new int[DAYS];

    /** Text of the last time that was written, by slot and local day; null until there is one. */
    private final byte[] @Nullable [] texts = new byte[DAYS * LOCAL_DAYS][];

    /** Writes times of this zone. */
    public ZonedTimes(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
        Arrays.fill(days, Long.MIN_VALUE);
    }

    /** Writes a time, given in milliseconds since 1970 UTC; blank for {@link TimeFormat#NONE}. */
    public String format(long millis) {
        return new String(utf8(millis), StandardCharsets.UTF_8);
    }

    /** Writes a time as bytes, which are good until the next time is asked for. */
    public byte[] utf8(long millis) {
        if (millis == TimeFormat.NONE) {
            return NOTHING;
        }
        if (millis < FIRST || millis >= LAST || millis % 1000 != 0) {
            return iso(millis);
        }
        long day = millis / ZoneDays.DAY;
        int slot = (int) day & DAYS - 1;
        if (days[slot] != day) {
            remember(day, slot);
        }
        boolean changes = offsets[slot] == CHANGES;
        int offset = changes ? offset(millis) : offsets[slot];
        long local = millis + offset * 1000L;
        long localDay = local / ZoneDays.DAY;
        int place = slot * LOCAL_DAYS + (int) (localDay - day) + 1;
        byte[] text = texts[place];
        if (text == null || changes) {
            text = midnight(localDay, offset);
            texts[place] = text;
        }
        int second = (int) (local - localDay * ZoneDays.DAY) / 1000;
        put(text, TIME, second / 3600);
        put(text, TIME + 3, second / 60 % 60);
        put(text, TIME + 6, second % 60);
        return text;
    }

    private void remember(long day, int slot) {
        long start = day * ZoneDays.DAY;
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochMilli(start - 1));
        boolean changes = next != null && next.toEpochSecond() * 1000 < start + ZoneDays.DAY;
        days[slot] = day;
        offsets[slot] = changes ? CHANGES : offset(start);
        Arrays.fill(texts, slot * LOCAL_DAYS, (slot + 1) * LOCAL_DAYS, null);
    }

    private int offset(long millis) {
        return rules.getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
    }

    private static byte[] midnight(long localDay, int offset) {
        String text = LocalDate.ofEpochDay(localDay) + "T00:00:00" + ZoneOffset.ofTotalSeconds(offset);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] iso(long millis) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
        DateTimeFormatter format = millis < 0 || millis >= LAST
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME
                : millis % 1000 == 0 ? SECONDS : MILLISECONDS;
        return format.format(time).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
