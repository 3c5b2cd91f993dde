package org.leadscore.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.leadscore.lead.Points;
import org.leadscore.rules.Field;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.RankedLead;
import org.leadscore.score.Score;

/** The ranking as a table, {@code leads.csv}. The columns and their order are public: people build on them. */
public final class LeadsCsv {

    private static final List<String> COLUMNS =
            List.of("rank", "lead", "score", "bucket", "status", "fit", "engagement", "reasons", "last_activity");

    private static final int DECIMALS_OF_POINTS = 2;

    private final RuleSet rules;
    private final CsvForm form;

    public LeadsCsv(RuleSet rules, CsvForm form) {
        this.rules = rules;
        this.form = form;
    }

    /** Writes and flushes; the stream stays open. */
    public void write(List<RankedLead> leads, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(out, form);
        table.texts(COLUMNS);
        table.texts(rules.reportColumns().stream().map(Field::name).toList());
        table.endRow();
        ZonedTimes times = new ZonedTimes(rules.timezone().zone());
        for (RankedLead lead : leads) {
            write(table, lead, times);
        }
        table.flush();
    }

    private void write(CsvTable table, RankedLead lead, ZonedTimes times) throws IOException {
        Score score = lead.score();
        table.plain(Integer.toString(lead.rank()));
        table.text(lead.lead());
        table.plain(BigDecimal.valueOf(score.value(), rules.scale().decimals()).toPlainString());
        table.text(score.bucket() == null ? "" : score.bucket());
        table.plain(score.status().word());
        table.plain(Points.format(score.fit(), DECIMALS_OF_POINTS));
        table.plain(Points.format(score.engagement(), DECIMALS_OF_POINTS));
        table.text(Reasons.of(score));
        table.plain(times.format(score.lastActivity()));
        table.texts(lead.fields());
        table.endRow();
    }
}
