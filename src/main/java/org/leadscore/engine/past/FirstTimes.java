package org.leadscore.engine.past;

import java.util.Arrays;
import org.leadscore.lead.TimeFormat;

/** The earliest time of each lead. Not thread-safe. */
final class FirstTimes {

    private static final long NEVER = Long.MAX_VALUE;

    /** Earliest time of each lead in milliseconds since 1970 UTC; {@link #NEVER} when it has not been seen. */
    private long[] times = {};

    void see(int lead, long time) {
        if (lead >= times.length) {
            int before = times.length;
            times = Arrays.copyOf(times, Math.max(lead + 1, Math.max(1 << 10, before + (before >> 1))));
            Arrays.fill(times, before, times.length, NEVER);
        }
        times[lead] = Math.min(times[lead], time);
    }

    /** The earliest time of a lead; {@link TimeFormat#NONE} when it has not been seen. */
    long of(int lead) {
        return lead < times.length && times[lead] != NEVER ? times[lead] : TimeFormat.NONE;
    }

    void merge(FirstTimes others) {
        for (int lead = 0; lead < others.times.length; lead++) {
            if (others.times[lead] != NEVER) {
                see(lead, others.times[lead]);
            }
        }
    }
}
