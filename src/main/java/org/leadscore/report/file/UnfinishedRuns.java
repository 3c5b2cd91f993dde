package org.leadscore.report.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;
import org.leadscore.problem.Trouble;

/** Looks for runs that have not ended well, without changing anything. */
public final class UnfinishedRuns {

    private UnfinishedRuns() {}

    /**
     * Makes sure that no run is writing a file.
     *
     * @throws OutputHeldException when one does
     */
    public static void requireNone(Path file) {
        try {
            OutputLock.requireFree(file, AtomicFile.hidden(AtomicFile.real(file), AtomicFile.LOCK));
        } catch (IOException unreadable) {
            return; // it may belong to anybody
        }
    }

    /**
     * The journals that dead runs have left in the directories, if they concern one of the files, or a report of an
     * action or segment beside one.
     *
     * @param directories by their true names
     * @param files by the true names of their directories
     * @return a sentence a journal, by its path
     */
    public static Map<Path, String> in(Set<Path> directories, Set<Path> files) {
        Map<Path, String> found = new LinkedHashMap<>();
        for (Path directory : new LinkedHashSet<>(directories)) {
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (DirectoryStream<Path> journals = Files.newDirectoryStream(directory, ".*" + Journal.ENDING)) {
                for (Path path : journals) {
                    look(path, files, found);
                }
            } catch (IOException failure) {
                throw new OutputException(
                        directory + ": cannot be looked through for what earlier runs left, " + Trouble.of(failure),
                        failure);
            }
        }
        return found;
    }

    /** Adds what is to be said of a file with the name of a journal; of a note, under the name of its journal. */
    private static void look(Path path, Set<Path> files, Map<Path, String> found) {
        boolean isOfReports = String.valueOf(path.getFileName()).equals(ReportList.NAME + Journal.ENDING);
        if (!isOfReports && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path read = path;
        try {
            Journal.Found content = Journal.find(path, OwnFiles.OF_THIS_USER).orElse(null);
            Path elsewhere = content == null ? null : content.elsewhere().orElse(null);
            if (elsewhere != null && !OwnFiles.isThere(AtomicFile.directoryOf(elsewhere))) {
                found.put(
                        path,
                        "a run was ended, and its journal is to be " + elsewhere
                                + ", but there is no such directory; put that back, or delete this note");
                return;
            }
            if (elsewhere != null) {
                read = elsewhere;
                content = Journal.find(elsewhere, OwnFiles.OF_THIS_USER).orElse(null);
            }
            if (content != null) {
                content.journal()
                        .ifPresent(journal ->
                                sentence(journal, files).ifPresent(sentence -> found.put(journal.file(), sentence)));
            }
        } catch (IOException unbelieved) {
            if (isOfReports || Journal.beginsLikeOne(path)) {
                found.put(
                        read,
                        "this journal of a run is not believed, " + Trouble.of(unbelieved)
                                + "; delete it, and the files stay as they are");
            }
        }
    }

    private static Optional<String> sentence(Journal journal, Set<Path> files) {
        boolean concerns = journal.deeds().stream()
                .map(Journal.Deed::target)
                .anyMatch(target -> files.contains(target) || isReportBeside(target, files));
        String command = journal.command().isEmpty()
                ? "the command that writes all of them"
                : "\"" + journal.command() + "\" with its other options";
        return concerns
                ? Optional.of(
                        journal.complete()
                                ? "a run was ended before all of its files were in their places; run again " + command
                                        + ", which completes it"
                                : "a run was ended while it wrote; run again " + command
                                        + ", which deletes what it had begun")
                : Optional.empty();
    }

    private static boolean isReportBeside(Path target, Set<Path> files) {
        Path folder = AtomicFile.directoryOf(target);
        return files.stream().anyMatch(file -> ReportDirectory.isFolderOf(AtomicFile.directoryOf(file), folder));
    }
}
