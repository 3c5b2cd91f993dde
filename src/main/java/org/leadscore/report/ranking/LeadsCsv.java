package org.leadscore.report.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.table.Cells;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.CsvTable;
import org.leadscore.report.table.Slices;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.report.Report;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Placed;

/** Writes the ranking as a table, {@code leads.csv}. The columns and their order are public: people build on them. */
public final class LeadsCsv {

    private static final List<String> COLUMNS =
            List.of("rank", "lead", "score", "bucket", "status", "fit", "engagement", "reasons", "last_activity");

    private static final int DECIMALS_OF_POINTS = 2;

    private final RuleSet rules;
    private final CsvForm form;
    private final IntFunction<Placed> placed;
    private final FollowUpColumns followUp;
    private final @Nullable Changes changes;

    /**
     * A writer of rankings by these rules.
     *
     * @param placed by rank, the lead's standing; asked only when the rules have a follow-up, from several threads at
     *     once
     * @param changes for the columns that compare with an earlier ranking; null for none
     */
    public LeadsCsv(RuleSet rules, CsvForm form, IntFunction<Placed> placed, @Nullable Changes changes) {
        this.rules = rules;
        this.form = form;
        this.placed = placed;
        this.followUp = new FollowUpColumns(rules.followUp());
        this.changes = changes;
    }

    /**
     * Writes and flushes; the stream stays open.
     *
     * @param leads may be asked from several threads at once
     * @param threads at least one; the bytes are the same for any number
     */
    public void write(List<RankedLead> leads, OutputStream out, int threads) throws IOException {
        CsvTable table = new CsvTable(out, form);
        table.names(headings());
        table.endRow();
        table.flush();
        new Slices(form, rules.timezone().zone(), threads)
                .write(
                        leads.size(),
                        (rows, times, from, to) -> {
                            for (RankedLead lead : leads.subList(from, to)) {
                                write(rows, lead, times);
                            }
                        },
                        out);
        out.flush();
    }

    /** The headings of all columns, as the rule file has them. */
    private List<String> headings() {
        Report report = rules.report();
        List<String> headings = new ArrayList<>(report.headings(COLUMNS));
        headings.addAll(report.headings(followUp.names()));
        headings.addAll(changes == null ? List.of() : report.headings(Changes.COLUMNS));
        headings.addAll(report.headingsOf(report.columns()));
        return headings;
    }

    /** The names of all columns, whatever their headings. */
    List<String> names() {
        List<String> names = new ArrayList<>(COLUMNS);
        names.addAll(followUp.names());
        names.addAll(changes == null ? List.of() : Changes.COLUMNS);
        rules.reportColumns().forEach(column -> names.add(column.name()));
        return names;
    }

    /** The times of these rules, for one thread. */
    ZonedTimes times() {
        return new ZonedTimes(rules.timezone().zone());
    }

    /** Writes the row of a lead, with a cell for each of {@link #names}. */
    void write(Cells table, RankedLead lead, ZonedTimes times) throws IOException {
        Score score = lead.score();
        table.number(lead.rank());
        table.text(lead.id());
        table.number(score.value(), rules.scale().decimals());
        table.text(score.bucket() == null ? "" : score.bucket());
        table.plain(score.status().word());
        table.points(score.fit(), DECIMALS_OF_POINTS);
        table.points(score.engagement(), DECIMALS_OF_POINTS);
        Reasons.append(score, table.begin());
        table.endText();
        table.plain(times.utf8(score.lastActivity()));
        Placed next = followUp.names().isEmpty() ? null : placed.apply(lead.rank());
        if (next != null) {
            followUp.write(table, score, next);
        }
        if (changes != null) {
            changes.write(table, lead, next == null ? null : next.standing().stage());
        }
        table.slices(lead.fields());
        table.endRow();
    }
}
