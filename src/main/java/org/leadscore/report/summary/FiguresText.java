package org.leadscore.report.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leadscore.engine.files.Oddity;
import org.leadscore.engine.probe.ColumnFigures;
import org.leadscore.engine.probe.RuleProbe;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.lead.ShownText;
import org.leadscore.problem.Listing;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;

/** Writes what {@code check} counted in the data: leads by rule, and cells by column. */
public final class FiguresText {

    private static final int FILES_SHOWN = 5;

    private FiguresText() {}

    /**
     * Puts the figures on a sheet.
     *
     * @param columns by source
     * @param oddities of the rows that were read, of which those are told that say how it is written and which lines are the table
     * @param cut names of the files of which only the beginning was read
     * @param asOf of the leads, in milliseconds since 1970 UTC
     */
    public static void write(
            RuleProbe.Outcome probe,
            List<ColumnFigures> columns,
            List<Oddity> oddities,
            List<String> cut,
            RuleSet rules,
            long asOf,
            Sheet sheet) {
        int leads = probe.result().leads().size();
        sheet.gap();
        if (!cut.isEmpty()) {
            sheet.line(
                    "only the first 4 MiB were looked at of " + Listing.of(cut, FILES_SHOWN) + "; --data looks at all");
        }
        sheet.line(grouped(leads) + (leads == 1 ? " lead" : " leads") + " as of "
                        + new ZonedTimes(rules.timezone().zone()).format(asOf))
                .gap();
        sheet.lines(SummaryText.lookups(probe.result().lookups()));
        sheet.headed(rules(probe), 1);
        String source = "";
        List<List<String>> rows = new ArrayList<>();
        for (ColumnFigures column : columns) {
            if (!column.source().equals(source)) {
                rows.add(rows.isEmpty() ? List.of(column.source(), "filled", "read", "known to no rule") : List.of());
                if (rows.size() > 1) {
                    rows.add(List.of(column.source()));
                }
                source = column.source();
            }
            rows.add(List.of(
                    "  " + column.column(),
                    grouped(column.filled()),
                    grouped(column.read()),
                    column.unknown() < 0 ? "" : grouped(column.unknown())));
        }
        sheet.gap().headed(rows, 1);
        List<String> layout = oddities.stream()
                .filter(oddity ->
                        oddity.isOfDialect() || oddity.isOfLayout() || oddity.kind() == Oddities.Kind.LEFT_OUT)
                .map(oddity -> ShownText.onOneLine(oddity.sentence()))
                .toList();
        if (!layout.isEmpty()) {
            sheet.gap();
            layout.forEach(sheet::line);
        }
    }

    private static List<List<String>> rules(RuleProbe.Outcome probe) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rule", "leads"));
        probe.leads().forEach((rule, leads) -> rows.add(List.of("  " + rule, grouped(leads))));
        return rows;
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
