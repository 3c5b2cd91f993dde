package org.leadscore.cli;

import java.nio.file.Path;
import java.util.List;
import org.leadscore.report.Content;
import org.leadscore.report.Outputs;

/** Where a run of {@code score} writes to, claimed. */
final class Destinations {

    private final List<Outputs.Output> leads;
    private final List<Outputs.Output> rejects;
    private final List<Outputs.Output> summaries;

    Destinations(Outputs outputs, ScoreRequest request) {
        Path directory = request.outputDirectory();
        if (directory != null) {
            Outputs.createDirectory(directory);
        }
        leads = request.rankings().stream().map(outputs::claim).toList();
        rejects = request.rejectFiles().stream().map(outputs::claim).toList();
        summaries = request.summaries().stream().map(outputs::claim).toList();
    }

    /** True when the ranking goes to standard output. */
    boolean leadsGoToStandardOutput() {
        return leads.isEmpty();
    }

    void write(Content ranking, Content rejected, Content summary) {
        leads.forEach(output -> output.write(ranking));
        rejects.forEach(output -> output.write(rejected));
        summaries.forEach(output -> output.write(summary));
    }
}
