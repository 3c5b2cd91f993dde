package org.leadscore.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Tally;
import org.leadscore.lead.ZoneDays;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.file.Content;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.ReportDirectory;
import org.leadscore.report.file.ReportList;
import org.leadscore.report.ranking.NextSteps;
import org.leadscore.report.summary.Manifest;
import org.leadscore.rules.RuleSet;

/** The outputs of a run of {@code score}, claimed before anything is read. */
final class Destinations {

    /** The directory of reports; null without {@code --output-dir}. */
    private final @Nullable ReportDirectory directory;

    /** True when the list of the reports stays beside them. */
    private final boolean keepsList;

    private final ZoneDays timezone;
    /** The files that get the ranking; none when it goes to standard output. */
    private final List<Outputs.Output> leads = new ArrayList<>();

    private final List<Outputs.Output> rejects = new ArrayList<>();

    /** The page in the directory, beside the files that it leads to; null without one. */
    private final Outputs.@Nullable Output pageAmongFiles;

    /** The page that stands alone; null without {@code --page}. */
    private final Outputs.@Nullable Output pageAlone;
    /** The summaries, which say that the set is whole: moved to their places last, that of the directory at the end. */
    private final List<Outputs.Output> summaries = new ArrayList<>();
    /** The files that say what happens next, by their names in the directory. */
    private final Map<String, Outputs.Output> nextSteps = new LinkedHashMap<>();
    /** The ledger, which is moved to its place after the reports; null without {@code --ledger}. */
    private final Outputs.@Nullable Output ledger;
    /** The files that the summaries name, as they were written. */
    private final List<Manifest.Output> written = new ArrayList<>();

    /** @param remote which of the outputs are to go elsewhere, without the hidden list of reports */
    Destinations(Outputs outputs, ScoreRequest request, RuleSet rules, RemoteOutputs remote) {
        timezone = rules.timezone();
        Path path = request.outputDirectory();
        keepsList = path != null && !remote.isStaged(path);
        directory = path == null ? null : new ReportDirectory(outputs, path);
        claim(outputs, ScoreRequest.LEADS, request.output(), leads);
        claim(outputs, ScoreRequest.REJECTS, request.rejects(), rejects);
        pageAmongFiles = directory == null ? null : directory.claim(ScoreRequest.PAGE);
        Path pageFile = request.page();
        pageAlone = pageFile == null ? null : outputs.claim(pageFile);
        if (directory != null) {
            NextSteps.names(rules.followUp()).forEach(name -> nextSteps.put(name, directory.claim(name)));
        }
        Path ledgerFile = request.ledger();
        ledger = ledgerFile == null ? null : outputs.claimLast(ledgerFile);
        Path summaryFile = request.summary();
        if (summaryFile != null) {
            summaries.add(outputs.claimLast(summaryFile));
        }
        if (directory != null) {
            summaries.add(directory.claimLast(ScoreRequest.SUMMARY));
        }
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

    /** The facts of the earlier ranking that the run of this same moment, now repeated, compared with; null for none. */
    ReportList.@Nullable Earlier earlier(long asOf) {
        return directory == null ? null : directory.earlier(asOf);
    }

    /** True when the ranking goes to standard output. */
    boolean leadsGoToStandardOutput() {
        return leads.isEmpty();
    }

    void writeLeads(Content content) {
        leads.forEach(output ->
                write(Manifest.Output.LEADS, output, directory == null ? content : directory.checked(content)));
    }

    void writeRejects(Content content) {
        rejects.forEach(output -> write(Manifest.Output.REJECTS, output, content));
    }

    /**
     * Writes the next steps; does nothing without a directory for them.
     *
     * @param reports by the names that were claimed
     */
    void writeNextSteps(Map<String, Content> reports) {
        nextSteps.forEach(
                (name, output) -> write(Manifest.Output.NEXT_STEPS, output, Objects.requireNonNull(reports.get(name))));
    }

    /**
     * Writes the page; does nothing without one.
     *
     * @param amongFiles the page that leads to the files beside it
     * @param alone the page that leads to none
     */
    void writePages(Content amongFiles, Content alone) {
        if (pageAmongFiles != null) {
            write(Manifest.Output.PAGE, pageAmongFiles, amongFiles);
        }
        if (pageAlone != null) {
            write(Manifest.Output.PAGE, pageAlone, alone);
        }
    }

    void writeLedger(Content content) {
        if (ledger != null) {
            write(Manifest.Output.LEDGER, ledger, content);
        }
    }

    /** Writes each summary, which names all files that were written before it by their paths from its directory. */
    void writeSummary(Function<List<Manifest.Output>, Content> summary) {
        for (Outputs.Output output : summaries) {
            output.write(summary.apply(
                    written.stream().map(file -> file.from(output.path())).toList()));
        }
    }

    private void write(String kind, Outputs.Output output, Content content) {
        if (summaries.isEmpty()) {
            output.write(content);
        } else {
            output.writeSummed(content).ifPresent(file -> written.add(Manifest.Output.of(kind, file)));
        }
    }

    /**
     * Completes the directory of reports, after all but the summary has been written: lists them, and deletes those of
     * earlier runs that are of no use any more.
     *
     * @param asOf milliseconds since 1970 UTC
     * @param tallies a row a source
     * @param changes since an earlier ranking; null for none
     */
    void finish(long asOf, List<Tally> tallies, @Nullable Changes changes) {
        if (directory != null) {
            Map<String, Long> before = rowsBefore(asOf);
            directory
                    .finish(
                            asOf,
                            tallies.stream()
                                    .map(tally -> new ReportList.SourceRows(
                                            tally.source(), tally.rows(), before.getOrDefault(tally.source(), -1L)))
                                    .toList(),
                            changes == null ? List.of() : changes.gone(),
                            changes == null ? null : changes.earlier())
                    .filter(list -> keepsList)
                    .ifPresent(list -> written.add(Manifest.Output.of(Manifest.Output.LIST, list)));
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
