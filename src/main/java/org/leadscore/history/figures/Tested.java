package org.leadscore.history.figures;

import java.util.List;
import org.leadscore.calibrate.rows.Counts;

/**
 * The part of the past that points are tried on.
 *
 * @param rows of it, and the conversions among them
 * @param before the rows of the time before, likewise
 * @param moments of the test, milliseconds since 1970 UTC, the oldest first; none in a flat history
 */
public record Tested(Counts rows, Counts before, List<Long> moments) {

    public Tested {
        moments = List.copyOf(moments);
    }
}
