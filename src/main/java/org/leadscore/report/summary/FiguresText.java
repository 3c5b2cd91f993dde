package org.leadscore.report.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leadscore.engine.files.Oddity;
import org.leadscore.engine.probe.ColumnFigures;
import org.leadscore.engine.probe.RuleProbe;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.lead.AlignedText;
import org.leadscore.lead.ShownText;
import org.leadscore.problem.Listing;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;

/** Writes what {@code check} counted in the data: leads by rule, and cells by column. */
public final class FiguresText {

    private static final int FILES_SHOWN = 5;

    private FiguresText() {}

    /**
     * Writes the figures in whole lines, ended by LF.
     *
     * @param columns by source
     * @param oddities of the rows that were read, of which those are told that say how it is written and which lines are the table
     * @param cut names of the files of which only the beginning was read
     * @param asOf of the leads, in milliseconds since 1970 UTC
     */
    public static String render(
            RuleProbe.Outcome probe,
            List<ColumnFigures> columns,
            List<Oddity> oddities,
            List<String> cut,
            RuleSet rules,
            long asOf) {
        int leads = probe.result().leads().size();
        StringBuilder text = new StringBuilder("\n");
        if (!cut.isEmpty()) {
            text.append("only the first 4 MiB were looked at of ")
                    .append(Listing.of(cut, FILES_SHOWN))
                    .append("; --data looks at all\n");
        }
        text.append(grouped(leads)).append(leads == 1 ? " lead" : " leads");
        text.append(" as of ")
                .append(new ZonedTimes(rules.timezone().zone()).format(asOf))
                .append("\n\n");
        text.append(SummaryText.lookups(probe.result().lookups()));
        text.append(AlignedText.columns(rules(probe), 1));
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
        text.append('\n').append(AlignedText.columns(rows, 1));
        List<String> layout = oddities.stream()
                .filter(oddity ->
                        oddity.isOfDialect() || oddity.isOfLayout() || oddity.kind() == Oddities.Kind.LEFT_OUT)
                .map(oddity -> ShownText.onOneLine(oddity.sentence()) + "\n")
                .toList();
        return text.append(layout.isEmpty() ? "" : "\n")
                .append(String.join("", layout))
                .toString();
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
