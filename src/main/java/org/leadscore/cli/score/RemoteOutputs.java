package org.leadscore.cli.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leadscore.cli.option.EngineChoice;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.RuleSet;

/**
 * Outputs that are named by URIs. They are written first to a directory on this machine that goes with the run, and
 * copied to their places when all of them are whole.
 */
final class RemoteOutputs implements AutoCloseable {

    /** The file or directory on this machine, by URI. */
    private final Map<String, Path> staged = new LinkedHashMap<>();
    /** The directories that the staged files are in. */
    private final List<TemporaryDirectory> directories = new ArrayList<>();

    /**
     * A new place on this machine for the output, until {@link #publish}.
     *
     * @throws UsageException when the engine cannot write there
     */
    Path stage(String option, String uri, EngineChoice engine) {
        if (engine.isEmbedded()) {
            throw new UsageException(option + " " + uri + ": only --engine spark writes there");
        }
        String name = uri.replaceFirst("/+$", "").replaceFirst(".*/", "");
        try {
            TemporaryDirectory directory = new TemporaryDirectory();
            directories.add(directory);
            Path place = directory.path().resolve(name);
            staged.put(uri, place);
            return place;
        } catch (IOException failure) {
            throw new OutputException(uri + ": cannot be written, " + Trouble.of(failure), failure);
        }
    }

    /**
     * Refuses outputs that are sources as well.
     *
     * @throws UsageException when a file that is read would be written over
     */
    void refuseInputs(RuleSet rules) {
        for (String uri : staged.keySet()) {
            boolean isRead = InputsAndOutputs.sources(rules).stream()
                    .anyMatch(files -> files.patterns().contains(uri));
            if (isRead) {
                throw new UsageException(uri + " is read and cannot be an output as well");
            }
        }
    }

    /** True for a place that {@link #stage} has given. */
    boolean isStaged(Path path) {
        return staged.containsValue(path);
    }

    /** Copies all that was written to its place, the summary last, as it says that the rest is there. */
    void publish(RemoteFiles remote) {
        staged.forEach((uri, path) -> {
            try {
                if (Files.isDirectory(path)) {
                    for (Path file : files(path)) {
                        remote.put(file, uri.replaceFirst("/+$", "") + "/" + path.relativize(file));
                    }
                } else if (Files.exists(path)) {
                    remote.put(path, uri);
                }
            } catch (IOException failure) {
                throw new OutputException(uri + ": cannot be written, " + failure.getMessage(), failure);
            }
        });
    }

    @Override
    public void close() {
        directories.forEach(TemporaryDirectory::close);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing((Path file) -> file.endsWith(ScoreRequest.SUMMARY))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }
}
