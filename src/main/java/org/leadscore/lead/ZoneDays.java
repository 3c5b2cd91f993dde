package org.leadscore.lead;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The offsets of a time zone laid out by day, from 1970 to 2099, so that a row costs a look-up. {@link ZoneRules}
 * answers for days on or beside a clock change, and for all days outside those years. Made for the timezone of a rule
 * file. Immutable.
 *
 * <p>A local time that a clock change makes ambiguous has the earlier offset; one that it skips moves forward by the
 * gap.
 */
public final class ZoneDays {

    /** Milliseconds in 24 hours. */
    public static final long DAY = 86_400_000;

    private static final int DAYS = 47_482;
    private static final int ASK = Integer.MIN_VALUE;

    private final ZoneId zone;
    private final ZoneRules rules;

    /** Offset on each day since 1970-01-01, in milliseconds east of UTC, or {@link #ASK}. */
    private final int[] offsets = new int[DAYS];

    /** Lays out the offsets of a zone. */
    public ZoneDays(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
        int day = 0;
        Instant at = Instant.EPOCH;
        while (day < DAYS) {
            ZoneOffsetTransition next = rules.nextTransition(at);
            int change = next == null ? DAYS : (int) Math.min(DAYS, Math.floorDiv(next.toEpochSecond(), 86_400L));
            Arrays.fill(
                    offsets,
                    day,
                    Math.max(day, change),
                    1000 * rules.getOffset(at).getTotalSeconds());
            if (next == null || change == DAYS) {
                break;
            }
            Arrays.fill(offsets, Math.max(0, change - 1), Math.min(DAYS, change + 2), ASK);
            day = change + 2;
            at = next.getInstant();
        }
    }

    /** The zone whose offsets these are. */
    public ZoneId zone() {
        return zone;
    }

    /** The instant, in milliseconds since 1970 UTC, of a local time given as if it were UTC. */
    public long toInstant(long localMillis) {
        long day = Math.floorDiv(localMillis, DAY);
        if (day >= 0 && day < DAYS && offsets[(int) day] != ASK) {
            return localMillis - offsets[(int) day];
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(
                Math.floorDiv(localMillis, 1000L), (int) Math.floorMod(localMillis, 1000L) * 1_000_000, ZoneOffset.UTC);
        return ZonedDateTime.ofLocal(local, zone, null).toInstant().toEpochMilli();
    }

    /** The calendar day, counted from 1970-01-01, on which an instant falls. */
    public long dayOf(long millis) {
        return Math.floorDiv(millis + offsetAt(millis), DAY);
    }

    private int offsetAt(long millis) {
        long day = Math.floorDiv(millis, DAY);
        if (day >= 0 && day < DAYS && offsets[(int) day] != ASK) {
            return offsets[(int) day];
        }
        return 1000 * rules.getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
    }
}
