package org.leadscore.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadscore.engine.leads.Result;
import org.leadscore.report.earlier.LedgerCsv;
import org.leadscore.report.file.Content;
import org.leadscore.report.ranking.LeadsCsv;
import org.leadscore.report.ranking.NextSteps;
import org.leadscore.report.ranking.RejectsCsv;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.summary.Manifest;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.summary.SummaryJson;
import org.leadscore.report.summary.SummaryText;
import org.leadscore.report.table.CsvForm;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.Ledger;

/** Renders the reports of a run as texts. */
final class Reports {

    private Reports() {}

    /** Renders all reports, by the names of the files. */
    static Map<String, String> of(Result result, RuleSet rules, long asOf, int threads) {
        Map<String, Content> contents = new LinkedHashMap<>();
        contents.put(
                "leads.csv",
                out -> new LeadsCsv(rules, CsvForm.PLAIN, result.placements()::of, null)
                        .write(result.leads(), out, threads));
        contents.put("rejects.csv", out -> new RejectsCsv(CsvForm.PLAIN).write(result.rejects(), out));
        Summary summary = new Summary(
                result, rules, null, result.objections(), result.warnings(), "rules.yaml", "0", asOf, null, 0);
        contents.put(
                "summary.json", out -> SummaryJson.write(summary, new Manifest(Map.of(), List.of(), List.of()), out));
        Sheet sheet = new Sheet(null);
        SummaryText.write(summary, List.of(), sheet);
        contents.put("summary.txt", out -> out.write(sheet.text().getBytes(UTF_8)));
        Map<String, Content> next = new NextSteps(rules, CsvForm.PLAIN, result, threads).reports();
        NextSteps.names(rules.followUp()).forEach(name -> contents.put(name, next.get(name)));
        Ledger done = Ledger.of(
                rules.sources().areIdsExact(),
                result.placements().done(rank -> result.ids().get(rank - 1)));
        contents.put("ledger.csv", out -> LedgerCsv.write(done, rules.timezone(), out, threads));
        Map<String, String> reports = new LinkedHashMap<>();
        contents.forEach((name, content) -> reports.put(name, text(content)));
        reports.put("tallies", result.tallies().toString());
        return reports;
    }

    private static String text(Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            return bytes.toString(UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
