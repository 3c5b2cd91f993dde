package org.leadscore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.UsageException;
import org.leadscore.report.CsvForm;
import org.leadscore.report.NextSteps;
import org.leadscore.rules.FollowUp;

/**
 * What {@code leadscore score} is asked to do.
 *
 * @param asOf null for now
 * @param output the ranking; null for standard output, unless there is an {@code outputDirectory}
 * @param outputDirectory for the ranking, the summary, the rejects, and what happens next
 * @param memory null for what Java has
 * @param ledger what earlier runs did with whom, read and replaced; null to remember nothing
 * @param previous the ranking of an earlier run; null to compare with nothing
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
        @Nullable Path ledger,
        @Nullable Path previous,
        CsvForm form,
        Verbosity verbosity) {

    /** The names of reports in a directory. */
    static final String LEADS = "leads.csv";

    static final String REJECTS = "rejects.csv";
    static final String SUMMARY = "summary.json";

    ScoreRequest {
        buckets = List.copyOf(buckets);
        if (output != null && outputDirectory != null) {
            throw new UsageException("--output and --output-dir exclude each other");
        }
        if (memory != null && !engine.isEmbedded()) {
            throw new UsageException("--memory " + memory.text()
                    + " is for the embedded engine; Spark's memory is given by its own settings, spark.driver.memory and"
                    + " spark.executor.memory");
        }
    }

    /** The files that get the ranking; none when it goes to standard output. */
    List<Path> rankings() {
        return files(LEADS, output);
    }

    /** The files that get the rows that cannot be read. */
    List<Path> rejectFiles() {
        return files(REJECTS, rejects);
    }

    /** The files that get the summary. */
    List<Path> summaries() {
        return files(SUMMARY, summary);
    }

    /** The files that get what happens next; none without a directory. */
    List<Path> nextSteps(FollowUp followUp) {
        return NextSteps.names(followUp).stream()
                .flatMap(name -> files(name, null).stream())
                .toList();
    }

    private List<Path> files(String inDirectory, @Nullable Path file) {
        Stream<Path> first = outputDirectory == null ? Stream.empty() : Stream.of(outputDirectory.resolve(inDirectory));
        return Stream.concat(first, Stream.ofNullable(file)).toList();
    }
}
