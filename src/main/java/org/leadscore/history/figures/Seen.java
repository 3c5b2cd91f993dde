package org.leadscore.history.figures;

import java.time.ZoneId;
import java.util.List;
import org.leadscore.calibrate.rows.Counts;

/**
 * The past that was looked at.
 *
 * @param leads each counted once, and those that converted
 * @param rows one for each lead at each moment
 * @param moments milliseconds since 1970 UTC, the oldest first; none in a flat history, which knows no times
 * @param horizon milliseconds after a moment in which a conversion counts; 0 in a flat history
 * @param zone of dates
 */
public record Seen(Counts leads, int rows, List<Long> moments, long horizon, ZoneId zone) {

    public Seen {
        moments = List.copyOf(moments);
    }

    /** True when the data has no times. */
    public boolean isFlat() {
        return moments.isEmpty();
    }
}
