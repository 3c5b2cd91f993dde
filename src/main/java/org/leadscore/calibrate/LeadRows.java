package org.leadscore.calibrate;

import java.util.Arrays;

/**
 * One row for each lead: that of its conversion, or else one drawn at random from all of its rows. Drawing keeps measures
 * that grow with time comparable: the last row would show every other lead older than the customers.
 */
public final class LeadRows {

    private LeadRows() {}

    /** Of the part, the rows that stand for their leads. */
    public static Part of(Part part, long seed) {
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

    /** All leads of the part, and those of them that converted. */
    public static Counts counts(Part part, long seed) {
        Part leads = of(part, seed);
        return new Counts(leads.size(), leads.conversions());
    }

    /** Conversions first, the oldest of them foremost; the rest as the seed has it. */
    private static long order(History history, int row, long seed) {
        int snapshot = history.snapshot(row);
        if (history.converted(row)) {
            return Long.MIN_VALUE + snapshot;
        }
        return Mix.of(seed + snapshot, history.lead(row)) >>> 1;
    }
}
