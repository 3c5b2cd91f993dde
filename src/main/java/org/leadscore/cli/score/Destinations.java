package org.leadscore.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Tally;
import org.leadscore.lead.ZoneDays;
import org.leadscore.report.file.Content;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.ReportDirectory;
import org.leadscore.report.file.ReportList;
import org.leadscore.report.ranking.NextSteps;
import org.leadscore.rules.RuleSet;

/** The outputs of a run of {@code score}, claimed before anything is read. */
final class Destinations {

    /** The directory of reports; null without {@code --output-dir}. */
    private final @Nullable ReportDirectory directory;

    private final ZoneDays timezone;
    /** The files that get the ranking; none when it goes to standard output. */
    private final List<Outputs.Output> leads = new ArrayList<>();

    private final List<Outputs.Output> rejects = new ArrayList<>();
    private final List<Outputs.Output> summaries = new ArrayList<>();
    /** The files that say what happens next, by their names in the directory. */
    private final Map<String, Outputs.Output> nextSteps = new LinkedHashMap<>();
    /** The ledger, which is moved to its place last; null without {@code --ledger}. */
    private final Outputs.@Nullable Output ledger;

    Destinations(Outputs outputs, ScoreRequest request, RuleSet rules) {
        timezone = rules.timezone();
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
        outputs.ready();
        if (directory != null) {
            directory.readList();
        }
    }

    /**
     * The number of rows of each source in the last run of an earlier day; empty where that is not known.
     *
     * @param asOf milliseconds since 1970 UTC
     */
    Map<String, Long> rowsBefore(long asOf) {
        return directory == null ? Map.of() : directory.rowsBefore(timezone, asOf);
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

    /**
     * Writes the next steps; does nothing without a directory for them.
     *
     * @param reports by the names that were claimed
     */
    void writeNextSteps(Map<String, Content> reports) {
        nextSteps.forEach((name, output) -> output.write(Objects.requireNonNull(reports.get(name))));
    }

    void writeLedger(Content content) {
        if (ledger != null) {
            ledger.write(content);
        }
    }

    /**
     * Completes the directory of reports, after all has been written: lists them, and deletes those of earlier runs
     * that are of no use any more.
     *
     * @param asOf milliseconds since 1970 UTC
     * @param tallies a row a source
     * @param gone ids of leads that an earlier ranking had and this one has not
     */
    void finish(long asOf, List<Tally> tallies, List<String> gone) {
        if (directory != null) {
            Map<String, Long> before = rowsBefore(asOf);
            directory.finish(
                    asOf,
                    tallies.stream()
                            .map(tally -> new ReportList.SourceRows(
                                    tally.source(), tally.rows(), before.getOrDefault(tally.source(), -1L)))
                            .toList(),
                    gone);
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
