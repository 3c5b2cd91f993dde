package org.leadscore.calibrate.quality;

import java.util.Arrays;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;

/**
 * The threshold of points from which on no more leads arrive in a week than can be worked on, and the conversions among
 * those leads. A lead is counted once, with the most points that it had at any snapshot.
 *
 * @param points in millionths; {@link Long#MAX_VALUE} when even the best leads are too many
 * @param leads at or above the threshold, and those of them that converted
 * @param caught the share of all conversions that is at or above the threshold, 0 to 1; not a number without conversions
 */
public record Capacity(long points, Counts leads, double leadsPerWeek, double caught) {

    /**
     * Finds the threshold for a part, which must have a row.
     *
     * @param ranked the points of the part's rows, by place, in millionths
     * @param perWeek how many leads can be worked on in a week
     * @param weeks that the part spans
     */
    public static Capacity of(HistoryRows part, long[] ranked, int perWeek, double weeks) {
        History history = part.history();
        long[] most = new long[history.leadNumbers()];
        boolean[] converted = new boolean[most.length];
        Arrays.fill(most, Long.MIN_VALUE);
        for (int place = 0; place < part.size(); place++) {
            int lead = history.lead(part.row(place));
            most[lead] = Math.max(most[lead], ranked[place]);
            converted[lead] |= history.converted(part.row(place));
        }
        long[] sorted = Arrays.stream(most)
                .filter(points -> points > Long.MIN_VALUE)
                .sorted()
                .toArray();
        long threshold = threshold(sorted, (long) Math.floor(perWeek * weeks));
        int leads = 0;
        int won = 0;
        int all = 0;
        for (int lead = 0; lead < most.length; lead++) {
            boolean above = most[lead] >= threshold && most[lead] > Long.MIN_VALUE;
            leads += above ? 1 : 0;
            won += above && converted[lead] ? 1 : 0;
            all += converted[lead] ? 1 : 0;
        }
        return new Capacity(threshold, new Counts(leads, won), leads / weeks, (double) won / all);
    }

    private static long threshold(long[] sorted, long room) {
        if (room >= sorted.length) {
            return sorted[0];
        }
        long tooLow = sorted[(int) (sorted.length - 1 - room)];
        return Arrays.stream(sorted)
                .filter(points -> points > tooLow)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }
}
