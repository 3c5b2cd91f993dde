package org.leadscore.calibrate.rows;

import java.util.Arrays;

/**
 * Chooses one row for each lead: that of its conversion, or else one drawn at random from all of its rows. Drawing keeps
 * measures that grow with time comparable: the last row would show leads that did not convert older than customers.
 */
public final class LeadRows {

    private LeadRows() {}

    /** Selects the part's rows that stand for their leads, one for each lead. */
    public static HistoryRows of(HistoryRows part, long seed) {
        History history = part.history();
        int[] chosen = new int[history.leadNumbers()];
        Arrays.fill(chosen, -1);
        for (int place = 0; place < part.size(); place++) {
            int row = part.row(place);
            int lead = history.lead(row);
            if (chosen[lead] < 0 || order(history, row, seed) < order(history, chosen[lead], seed)) {
                chosen[lead] = row;
            }
        }
        return part.where(row -> chosen[history.lead(row)] == row);
    }

    /** Counts the leads of the part, and those of them that converted. */
    public static Counts counts(HistoryRows part, long seed) {
        HistoryRows leads = of(part, seed);
        return new Counts(leads.size(), leads.conversions());
    }

    /** Orders the rows of a lead, the lowest number first: conversions, the oldest foremost, then others by the seed. */
    private static long order(History history, int row, long seed) {
        int snapshot = history.snapshot(row);
        if (history.converted(row)) {
            return Long.MIN_VALUE + snapshot;
        }
        return Mix.of(seed + snapshot, history.lead(row)) >>> 1;
    }
}
