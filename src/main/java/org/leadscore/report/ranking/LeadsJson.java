package org.leadscore.report.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.leadscore.report.table.JsonRows;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.score.point.RankedLead;

/** Writes the ranking as JSON, with the columns of {@link LeadsCsv}. Holds a few leads at a time, however many there are. */
public final class LeadsJson {

    /** Number of leads that are asked for together. */
    private static final int AT_HAND = 128;

    private final LeadsCsv columns;
    private final boolean isArray;

    /**
     * A writer of rankings.
     *
     * @param columns knows the columns and the cells of each lead
     * @param isArray true for one array of all leads, false for an object a line
     */
    public LeadsJson(LeadsCsv columns, boolean isArray) {
        this.columns = columns;
        this.isArray = isArray;
    }

    /** Writes and flushes; the stream stays open. */
    public void write(List<RankedLead> leads, OutputStream out) throws IOException {
        JsonRows rows = new JsonRows(out, columns.names(), isArray);
        ZonedTimes times = columns.times();
        for (int from = 0; from < leads.size(); from += AT_HAND) {
            for (RankedLead lead : leads.subList(from, Math.min(leads.size(), from + AT_HAND))) {
                columns.write(rows, lead, times);
            }
        }
        rows.end();
        out.flush();
    }
}
