package org.leadscore.report.summary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadscore.problem.Trouble;
import org.leadscore.report.file.ReportDirectory;
import org.leadscore.report.file.Sha256;
import org.leadscore.report.file.UnfinishedRuns;

/**
 * The files that a run has written together, held against what its summary says of them. Made by {@code verify}.
 * Changes nothing.
 */
public final class SetOfReports {

    /** The state of a file: as its run has written it, or not. */
    public enum State {
        WHOLE,
        /** A ledger to which later runs have added: it begins with what the run has written. */
        GROWN,
        CHANGED
    }

    private final Path summary;
    private final Path directory;
    private final Manifest manifest;
    private final Map<Manifest.Output, State> states = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Looks at all files.
     *
     * @param summary the file that the manifest stands in, as the user names it
     * @param usual names of reports that a run may write into a directory, besides those of actions and segments
     */
    public SetOfReports(Path summary, Manifest manifest, Collection<String> usual) {
        this.summary = summary;
        this.manifest = manifest;
        this.directory = directoryOf(summary);
        unfinished(directory, Stream.concat(Stream.of(summary), files()).toList())
                .forEach(problems::add);
        manifest.outputs().forEach(output -> states.put(output, look(output)));
        reports().ifPresent(reports -> others(reports, usual));
    }

    /**
     * The journals of dead runs that concern a set.
     *
     * @param directory as the user names it
     * @param files of the set
     * @return sentences, each with the name of a journal
     */
    public static List<String> unfinished(Path directory, List<Path> files) {
        Path real = real(directory);
        Set<Path> places = files.stream()
                .map(file -> real(directoryOf(file)).resolve(file.getFileName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Path> directories = places.stream().map(SetOfReports::directoryOf).collect(Collectors.toSet());
        return UnfinishedRuns.in(directories, places).entrySet().stream()
                .map(journal -> shown(journal.getKey(), real, directory) + ": " + journal.getValue())
                .sorted()
                .toList();
    }

    /** The problems that were found, a sentence each, with the name of the file. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The directory of reports that the run has written; empty when there are only single files. */
    public Optional<Path> reports() {
        return manifest.outputs().stream()
                .filter(output -> output.kind().equals(Manifest.Output.LIST))
                .map(output -> directoryOf(path(output)))
                .findFirst();
    }

    /** The name of an output in the directory of reports, with slashes; its path where there is none. */
    public String nameInReports(Manifest.Output output) {
        Path path = path(output);
        Path reports = reports().orElse(directory).normalize();
        return (path.startsWith(reports) ? reports.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }

    /** The state of an output of the manifest. */
    public State state(Manifest.Output output) {
        return states.getOrDefault(output, State.CHANGED);
    }

    /** The path of an output of the manifest, as the user would write it. */
    public Path path(Manifest.Output output) {
        return directory.resolve(output.name()).normalize();
    }

    private Stream<Path> files() {
        return manifest.outputs().stream().map(this::path);
    }

    private State look(Manifest.Output output) {
        Path file = path(output);
        try {
            if (!Files.exists(file)) {
                problems.add(file + ": is missing; it should have " + size(output.size()));
                return State.CHANGED;
            }
            if (!Files.isRegularFile(file)) {
                problems.add(file + ": is no regular file; it should be one of " + size(output.size()));
                return State.CHANGED;
            }
            return compare(output, file);
        } catch (IOException failure) {
            problems.add(file + ": cannot be read, " + Trouble.of(failure));
            return State.CHANGED;
        }
    }

    private State compare(Manifest.Output output, Path file) throws IOException {
        long size = Files.size(file);
        boolean mayGrow = output.kind().equals(Manifest.Output.LEDGER);
        if (size < output.size() || size > output.size() && !mayGrow) {
            problems.add(file + ": has " + size(size) + "; it should have " + size(output.size()));
            return State.CHANGED;
        }
        Sha256 sum = new Sha256();
        try (InputStream in = Files.newInputStream(file)) {
            sum.add(in, output.size());
        }
        String found = sum.text();
        if (found.equals(output.sha256())) {
            return size > output.size() ? State.GROWN : State.WHOLE;
        }
        problems.add(file + ": "
                + (size > output.size()
                        ? "does not begin as this run has left it: SHA-256 of the first " + size(output.size()) + " "
                        : "has another content: SHA-256 ")
                + found + "; it should be " + output.sha256());
        return State.CHANGED;
    }

    private void others(Path reports, Collection<String> usual) {
        Set<String> names = manifest.outputs().stream().map(this::nameInReports).collect(Collectors.toSet());
        try {
            for (String name : ReportDirectory.others(reports, usual, names)) {
                problems.add(reports.resolve(name) + ": is no file of this set, as " + summary
                        + " does not name it; move it elsewhere");
            }
        } catch (IOException failure) {
            problems.add(reports + ": cannot be looked through, " + Trouble.of(failure));
        }
    }

    private static String size(long bytes) {
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }

    private static String shown(Path journal, Path real, Path directory) {
        return real.equals(directoryOf(journal))
                ? directory.resolve(journal.getFileName()).toString()
                : journal.toString();
    }

    private static Path directoryOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException notThere) {
            return directory.toAbsolutePath().normalize();
        }
    }
}
