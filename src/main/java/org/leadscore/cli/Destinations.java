package org.leadscore.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.report.Content;
import org.leadscore.report.Outputs;

/** Where a run of {@code score} writes to, claimed. */
final class Destinations {

    private final Outputs outputs;
    private final List<Outputs.Output> leads = new ArrayList<>();
    private final List<Outputs.Output> rejects = new ArrayList<>();
    private final List<Outputs.Output> summaries = new ArrayList<>();

    Destinations(Outputs outputs, ScoreRequest request) {
        this.outputs = outputs;
        Path directory = request.outputDirectory();
        if (directory != null) {
            Outputs.createDirectory(directory);
            claim(leads, directory.resolve("leads.csv"));
            claim(rejects, directory.resolve("rejects.csv"));
            claim(summaries, directory.resolve("summary.json"));
        }
        claim(leads, request.output());
        claim(rejects, request.rejects());
        claim(summaries, request.summary());
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

    private void claim(List<Outputs.Output> claimed, @Nullable Path path) {
        if (path != null) {
            claimed.add(outputs.claim(path));
        }
    }
}
