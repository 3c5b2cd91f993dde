package org.leadscore.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.UsageException;
import org.leadscore.report.CsvForm;

/**
 * What {@code leadscore score} is asked to do.
 *
 * @param asOf null for now
 * @param output the ranking; null for standard output, unless there is an {@code outputDirectory}
 * @param outputDirectory for the ranking, the summary and the rejects
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
        @Nullable Path rejects,
        RejectLimit rejectLimit,
        @Nullable Path summary,
        CsvForm form,
        Verbosity verbosity) {

    ScoreRequest {
        buckets = List.copyOf(buckets);
        if (output != null && outputDirectory != null) {
            throw new UsageException("--output and --output-dir exclude each other");
        }
    }
}
