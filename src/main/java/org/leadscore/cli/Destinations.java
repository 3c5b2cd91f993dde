package org.leadscore.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadscore.report.Content;
import org.leadscore.report.NextSteps;
import org.leadscore.report.Outputs;
import org.leadscore.report.ReportDirectory;
import org.leadscore.rules.RuleSet;

/** Where a run of {@code score} writes to, claimed. */
final class Destinations {

    private final @Nullable ReportDirectory directory;
    private final List<Outputs.Output> leads = new ArrayList<>();
    private final List<Outputs.Output> rejects = new ArrayList<>();
    private final List<Outputs.Output> summaries = new ArrayList<>();
    private final Map<String, Outputs.Output> nextSteps = new LinkedHashMap<>();
    private final Outputs.@Nullable Output ledger;

    Destinations(Outputs outputs, ScoreRequest request, RuleSet rules) {
        Path path = request.outputDirectory();
        directory = path == null ? null : new ReportDirectory(outputs, path);
        claim(outputs, ScoreRequest.LEADS, request.output(), leads);
        claim(outputs, ScoreRequest.REJECTS, request.rejects(), rejects);
        claim(outputs, ScoreRequest.SUMMARY, request.summary(), summaries);
        if (directory != null) {
            NextSteps.names(rules.followUp()).forEach(name -> nextSteps.put(name, directory.claim(name)));
        }
        Path ledgerFile = request.ledger();
        ledger = ledgerFile == null ? null : outputs.claimLast(ledgerFile);
    }

    /** True when the ranking goes to standard output. */
    boolean leadsGoToStandardOutput() {
        return leads.isEmpty();
    }

    void writeLeads(Content content) {
        leads.forEach(output -> output.write(directory == null ? content : directory.checked(content)));
    }

    void writeRejects(Content content) {
        rejects.forEach(output -> output.write(content));
    }

    void writeSummary(Content content) {
        summaries.forEach(output -> output.write(content));
    }

    /** @param reports by the names that were claimed; not asked where there is no directory for them */
    void writeNextSteps(Map<String, Content> reports) {
        nextSteps.forEach((name, output) -> output.write(Objects.requireNonNull(reports.get(name))));
    }

    void writeLedger(Content content) {
        if (ledger != null) {
            ledger.write(content);
        }
    }

    /**
     * To be called when all has been written.
     *
     * @param asOf milliseconds since 1970 UTC
     * @param gone ids of leads that an earlier ranking had and this one has not
     */
    void finish(long asOf, List<String> gone) {
        if (directory != null) {
            directory.finish(asOf, gone);
        }
    }

    private void claim(Outputs outputs, String name, @Nullable Path file, List<Outputs.Output> claimed) {
        if (directory != null) {
            claimed.add(directory.claim(name));
        }
        if (file != null) {
            claimed.add(outputs.claim(file));
        }
    }
}
