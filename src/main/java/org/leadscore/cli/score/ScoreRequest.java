package org.leadscore.cli.score;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.option.ChosenSources;
import org.leadscore.cli.option.EngineChoice;
import org.leadscore.cli.option.MemoryLimit;
import org.leadscore.cli.option.RejectLimit;
import org.leadscore.cli.option.Verbosity;
import org.leadscore.cli.run.CommandText;
import org.leadscore.problem.UsageException;
import org.leadscore.report.file.Rights;
import org.leadscore.report.ranking.NextSteps;
import org.leadscore.report.table.CsvForm;
import org.leadscore.rules.next.FollowUp;

/**
 * The request to {@code leadscore score}. {@link ScoreCommand} makes it of the options, and {@link ScoreJob} takes it.
 *
 * @param asOf the moment of scoring; null for now
 * @param output the ranking; null for standard output, unless there is an {@code outputDirectory}
 * @param outputDirectory for the ranking, the summary, the rejects, and what happens next
 * @param buckets names of the buckets that are listed; empty for all
 * @param top the number of leads that are listed at most
 * @param memory the limit of the process; null for what Java has
 * @param rejects the rows that cannot be read; null for no file but that of the directory
 * @param summary the summary as JSON; null for no file but that of the directory
 * @param page the page for a browser; null for no file but that of the directory
 * @param pageLeads the number of leads on a page at most, if more are not handed over
 * @param ledger what earlier runs did with whom, read and replaced; null to remember nothing
 * @param rights of the files that are new
 * @param previous the ranking of an earlier run; null to compare with nothing
 * @param key the file of the key by which pseudonyms are made; null for reports with ids
 * @param hidden columns whose values are replaced by pseudonyms; none without {@code key}
 * @param format of the ranking; {@code form} is that of all tables in CSV
 * @param options as they were given, for the summary: those on which results depend
 */
record ScoreRequest(
        Path rules,
        ChosenSources sources,
        @Nullable String asOf,
        @Nullable Path output,
        @Nullable Path outputDirectory,
        List<String> buckets,
        int top,
        int threads,
        @Nullable MemoryLimit memory,
        EngineChoice engine,
        @Nullable Path rejects,
        RejectLimit rejectLimit,
        @Nullable Path summary,
        @Nullable Path page,
        int pageLeads,
        @Nullable Path ledger,
        @Nullable Path previous,
        Rights rights,
        @Nullable Path key,
        List<String> hidden,
        RankingFormat format,
        CsvForm form,
        Verbosity verbosity,
        Map<String, List<String>> options) {

    /** The name of the ranking in a directory of reports; those of the rejected rows and of the summary follow. */
    static final String LEADS = "leads.csv";

    static final String PAGE = "report.html";
    static final String REJECTS = "rejects.csv";
    static final String SUMMARY = "summary.json";

    /** The number of leads on a page at most, unless another is asked for. */
    static final int PAGE_LEADS = 500;

    public ScoreRequest {
        buckets = List.copyOf(buckets);
        hidden = List.copyOf(hidden);
        if (key == null && !hidden.isEmpty()) {
            throw new UsageException("--hide " + hidden.get(0)
                    + " needs --pseudonymize KEYFILE: without a key, nothing is replaced by pseudonyms");
        }
        if (output != null && outputDirectory != null) {
            throw new UsageException("--output and --output-dir exclude each other");
        }
        if (outputDirectory != null && format != RankingFormat.CSV) {
            throw new UsageException("--output-dir writes the ranking as CSV, leads.csv, which later runs read; give"
                    + " --format with --output FILE, or without an output option");
        }
        if (memory != null && !engine.isEmbedded()) {
            throw new UsageException("--memory " + memory.text()
                    + " is for the embedded engine; Spark's memory is given by its own settings, spark.driver.memory and"
                    + " spark.executor.memory");
        }
    }

    /** The files that get the ranking; none when it goes to standard output. */
    public List<Path> rankings() {
        return files(LEADS, output);
    }

    /** The files that get the page. */
    public List<Path> pages() {
        return files(PAGE, page);
    }

    /** The files that get the rows that cannot be read. */
    public List<Path> rejectFiles() {
        return files(REJECTS, rejects);
    }

    /** The files that get the summary. */
    public List<Path> summaries() {
        return files(SUMMARY, summary);
    }

    /** The files that get hand-offs, actions, segments and the other next steps; none without a directory. */
    public List<Path> nextSteps(FollowUp followUp) {
        return NextSteps.names(followUp).stream()
                .flatMap(name -> files(name, null).stream())
                .toList();
    }

    /** The command that writes the same files, for a later run that writes only some of them. */
    public String command() {
        return new CommandText("score")
                .with("--rules", rules)
                .with("--output", output)
                .with("--output-dir", outputDirectory)
                .with("--rejects", rejects)
                .with("--summary", summary)
                .with("--page", page)
                .with("--ledger", ledger)
                .with("--pseudonymize", key)
                .with("--hide", hidden)
                .toString();
    }

    private List<Path> files(String inDirectory, @Nullable Path file) {
        Stream<Path> first = outputDirectory == null ? Stream.empty() : Stream.of(outputDirectory.resolve(inDirectory));
        return Stream.concat(first, Stream.ofNullable(file)).toList();
    }
}
