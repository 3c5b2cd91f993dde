package org.leadscore.cli.run;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.IdentitySource;
import org.leadscore.rules.source.ListSource;
import org.leadscore.rules.source.LookupSource;
import org.leadscore.rules.source.ObjectionSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.SourceFiles;

/** Refuses outputs that would replace what the run reads, or that the next run would read. */
public final class InputsAndOutputs {

    private InputsAndOutputs() {}

    /**
     * Checks the outputs against each other; a device may be named twice.
     *
     * @throws UsageException when two outputs are one file
     */
    public static void refuseTwice(List<Path> outputs) {
        for (int i = 1; i < outputs.size(); i++) {
            for (Path other : outputs.subList(0, i)) {
                if (isSame(other, outputs.get(i)) && !isDevice(other)) {
                    throw new UsageException(outputs.get(i) + " cannot be two outputs at once");
                }
            }
        }
    }

    /**
     * Refuses an output that is read.
     *
     * @param file the rule file
     * @throws UsageException when it is the rule file or one of its sources
     */
    public static void refuseInput(Path output, Path file, RuleSet rules) {
        if (isSame(output, file)) {
            throw new UsageException(output + " is the rule file and cannot be an output as well");
        }
        for (SourceFiles files : sources(rules)) {
            Path base = files.fromCommandLine() ? Path.of("") : directoryOf(file);
            for (String pattern : files.patterns()) {
                if (matches(output, base, pattern)) {
                    throw new UsageException(output + " is read as " + pattern + " and cannot be an output as well");
                }
            }
        }
    }

    /** The files of all sources. */
    public static List<SourceFiles> sources(RuleSet rules) {
        List<SourceFiles> files = new ArrayList<>();
        ContactSource contacts = rules.sources().contacts();
        if (contacts != null) {
            files.add(contacts.files());
        }
        rules.sources().events().stream().map(EventSource::files).forEach(files::add);
        OutcomeSource outcomes = rules.sources().outcomes();
        if (outcomes != null) {
            files.add(outcomes.files());
        }
        ObjectionSource objections = rules.sources().objections();
        if (objections != null) {
            files.add(objections.files());
        }
        rules.sources().identityFiles().stream()
                .map(IdentitySource.InFile::files)
                .forEach(files::add);
        rules.sources().lookups().stream().map(LookupSource::files).forEach(files::add);
        rules.sources().lists().stream().map(ListSource::files).forEach(files::add);
        return files;
    }

    private static boolean matches(Path output, Path base, String pattern) {
        try {
            return isSame(output, base.resolve(pattern))
                    || FileSystems.getDefault()
                            .getPathMatcher("glob:" + pattern)
                            .matches(base.toAbsolutePath().normalize().relativize(whole(output)));
        } catch (InvalidPathException | PatternSyntaxException unusable) {
            return false; // for the reader of the sources to complain about
        }
    }

    /** True when both paths lead to one file, whether or not it exists yet. */
    public static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b) ? Files.isSameFile(a, b) : whole(a).equals(whole(b));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** True when a file stands in a directory, or below it. */
    public static boolean isIn(Path file, Path directory) {
        return real(file).startsWith(real(directory));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return whole(path);
        }
    }

    private static boolean isDevice(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path directoryOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
