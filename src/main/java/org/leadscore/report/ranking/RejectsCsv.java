package org.leadscore.report.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.leadscore.ingest.row.Reject;
import org.leadscore.problem.Place;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.CsvTable;

/** Writes the rows that could not be read, {@code rejects.csv}: the place of each, the reason, and the row itself. */
public final class RejectsCsv {

    private static final List<String> COLUMNS = List.of("source", "line", "column", "reason", "raw");

    private final CsvForm form;

    /** A writer in this form. */
    public RejectsCsv(CsvForm form) {
        this.form = form;
    }

    /** Writes and flushes; the stream stays open. */
    public void write(List<Reject> rejects, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(out, form);
        table.names(COLUMNS);
        table.endRow();
        for (Reject reject : rejects) {
            table.text(reject.source());
            table.number(reject.line());
            if (reject.column() == Place.UNKNOWN) {
                table.text("");
            } else {
                table.number(reject.column());
            }
            table.text(reject.reason());
            table.text(reject.raw());
            table.endRow();
        }
        table.flush();
    }
}
