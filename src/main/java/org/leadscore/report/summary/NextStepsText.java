package org.leadscore.report.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leadscore.engine.leads.Result;
import org.leadscore.report.file.OneLine;
import org.leadscore.report.screen.Sheet;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.FollowUpCensus;
import org.leadscore.segment.FollowUpCensus.HandOffs;
import org.leadscore.segment.SourceTable;

/** Writes the part of the summary about standings and next steps, for the person at the terminal. */
final class NextStepsText {

    private NextStepsText() {}

    /** Puts tables on a sheet, each ended by an empty line; none when the rules end with the score. */
    static void write(Summary summary, Sheet sheet) {
        Result result = summary.result();
        FollowUpCensus census = result.placements().census();
        List<List<String>> rows = new ArrayList<>();
        add("interests", census.interests(), rows);
        add("stages", census.stages(), rows);
        add("segments", census.segments(), rows);
        HandOffs handOff = census.handOff();
        if (handOff != null) {
            handOff(handOff, rows);
        }
        if (!census.actions().isEmpty()) {
            rows.add(List.of("actions"));
        }
        for (FollowUpCensus.Actions action : census.actions()) {
            String heldBack = action.heldBack() == 0 ? "" : "held back " + grouped(action.heldBack());
            rows.add(List.of("  " + action.name(), grouped(action.leads()), heldBack));
        }
        if (summary.rules().followUp().accounts() != null) {
            rows.add(List.of("accounts", grouped(result.accounts().size())));
        }
        Result.Sources sources = result.sources();
        if (!rows.isEmpty()) {
            sheet.table(rows, 1).gap();
        }
        if (sources != null) {
            sheet.headed(sources(sources, summary.rules()), 1).gap();
        }
    }

    private static void add(String title, Map<String, Integer> counts, List<List<String>> rows) {
        if (!counts.isEmpty()) {
            rows.add(List.of(title));
            counts.forEach((name, leads) -> rows.add(List.of("  " + name, grouped(leads))));
        }
    }

    private static void handOff(HandOffs handOff, List<List<String>> rows) {
        rows.add(List.of("handed over", grouped(handOff.handedOver())));
        handOff.to().forEach((to, leads) -> {
            if (!to.isEmpty()) {
                rows.add(List.of("  to " + to, grouped(leads)));
            }
        });
        rows.add(List.of("waiting", grouped(handOff.waiting())));
        addIf("  for a place", handOff.noRoom(), rows);
        addIf("  for somebody with room", handOff.allFull(), rows);
        addIf("  nobody for it", handOff.nobody(), rows);
        rows.add(List.of("held back", grouped(handOff.heldBack())));
    }

    private static void addIf(String title, int leads, List<List<String>> rows) {
        if (leads > 0) {
            rows.add(List.of(title, grouped(leads)));
        }
    }

    private static List<List<String>> sources(Result.Sources sources, RuleSet rules) {
        List<List<String>> rows = new ArrayList<>();
        String best = rules.buckets().isEmpty() ? "" : rules.buckets().get(0).name();
        List<String> header = new ArrayList<>(List.of("source", "leads", best, "mean score"));
        if (sources.withCustomers()) {
            header.addAll(List.of("customers", "conversion"));
        }
        rows.add(header);
        for (SourceTable.Row row : sources.rows()) {
            BigDecimal mean = SourceFigures.meanScore(row, rules);
            List<String> cells = new ArrayList<>(List.of(
                    row.source().isEmpty() ? "(not known)" : OneLine.escape(row.source()),
                    grouped(row.leads()),
                    SourceFigures.percent(row.best(), row),
                    mean == null ? "" : mean.toPlainString()));
            if (sources.withCustomers()) {
                cells.add(grouped(row.customers()));
                cells.add(SourceFigures.percent(row.customers(), row));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
