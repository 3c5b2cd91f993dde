package org.leadscore.report.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;

/**
 * The journals that runs which died have left, and that name a file which this run has claimed. {@link Outputs} makes
 * it once all files are claimed and locked. A journal is carried out or undone only when this run has claimed all that
 * it names; so nothing is ever done to a file that this run would not write itself.
 */
final class Leftovers {

    private static final String HIDDEN_JOURNALS = ".*" + Journal.ENDING;
    private static final int MOST_NAMES = 5;

    private final Map<Path, AtomicFile> claimed = new LinkedHashMap<>();
    private final Set<Path> reportDirectories;
    private final Set<Path> heldLocks;
    private final Steps steps;
    private final OwnFiles own;
    private final Consumer<String> notes;

    /** The journals that concern this run, with the claimed file by which each was found. */
    private final Map<Journal, AtomicFile> found = new LinkedHashMap<>();

    /**
     * Journals are looked for by {@link #putRight}.
     *
     * @param reportDirectories by their true names; all of {@code actions} and {@code segments} in them is claimed
     * @param heldLocks the hidden files that this run has locked
     * @param notes takes the sentences that say what was done
     */
    Leftovers(
            List<AtomicFile> claimed,
            Set<Path> reportDirectories,
            Set<Path> heldLocks,
            Steps steps,
            OwnFiles own,
            Consumer<String> notes) {
        claimed.forEach(file -> this.claimed.put(file.target(), file));
        this.reportDirectories = reportDirectories;
        this.heldLocks = heldLocks;
        this.steps = steps;
        this.own = own;
        this.notes = notes;
    }

    /**
     * Completes what is complete, undoes what is not, and says so.
     *
     * @throws OutputException when a journal is not to be believed, cannot be carried out, or names files that this run
     *     has not claimed; nothing is done by that journal then
     */
    void putRight() {
        claimed.values().forEach(this::lookBeside);
        for (Path directory : directories()) {
            lookThrough(directory);
        }
        found.forEach((journal, file) -> refuseUnclaimed(file, journal));
        found.forEach((journal, file) -> putRight(file, journal));
    }

    /** Looks at what has the name of the file's own journal, be it a journal or a note. */
    private void lookBeside(AtomicFile file) {
        Path beside = file.hidden(Journal.ENDING);
        Journal.Found content = read(file, beside).orElse(null);
        if (content == null) {
            Journal.delete(beside, steps, own); // the unfinished file that was to get the name
            return;
        }
        content.journal().ifPresent(journal -> found.putIfAbsent(journal, file));
        content.elsewhere().ifPresent(path -> follow(file, beside, path));
    }

    private void follow(AtomicFile file, Path note, Path path) {
        requireDirectoryOf(path, file, note);
        Journal journal = read(file, path).flatMap(Journal.Found::journal).orElse(null);
        if (journal != null && concerns(journal)) {
            found.putIfAbsent(journal, file);
        } else {
            file.discard(); // the journal was carried out, or undone, before the note was deleted
            Journal.delete(note, steps, own);
        }
    }

    private Optional<Journal.Found> read(AtomicFile file, Path journal) {
        try {
            return Journal.find(journal, own);
        } catch (IOException failure) {
            throw unbelieved(file, journal, failure);
        }
    }

    private static OutputException unbelieved(AtomicFile file, Path journal, IOException why) {
        String shown = file.shownAs(journal);
        return new OutputException(
                file.shown() + ": cannot be written before the journal of an earlier run is carried out, and " + shown
                        + " is not believed, " + Trouble.of(why)
                        + "; nothing was done by it; delete it, and the files stay as they are",
                why);
    }

    /**
     * Makes sure that the directory of the journal to which a note leads is there: where it is not mounted, or has
     * another name now, the journal may be waiting there.
     */
    private static void requireDirectoryOf(Path journal, AtomicFile file, Path note) {
        Path directory = AtomicFile.directoryOf(journal);
        if (!OwnFiles.isThere(directory)) {
            String shown = file.shownAs(note);
            throw new OutputException(file.shown()
                    + ": cannot be written before the journal of an earlier run is carried out, and " + shown
                    + " says that it is " + journal + ", but there is no directory " + directory
                    + "; put that back and run again, or delete " + shown + ", and the files stay as they are");
        }
    }

    /** Looks through a directory for journals and notes beside files that this run has not claimed. */
    private void lookThrough(Path directory) {
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(directory, HIDDEN_JOURNALS)) {
            for (Path path : journals) {
                journalAt(path, claimedIn(directory))
                        .filter(this::concerns)
                        .ifPresent(journal -> found.putIfAbsent(journal, firstClaimed(journal)));
            }
        } catch (IOException failure) {
            throw new OutputException(
                    directory + ": cannot be looked through for what earlier runs left, " + Trouble.of(failure),
                    failure);
        }
    }

    /**
     * The journal under this name or behind the note there; empty for files of other programs and other users.
     *
     * @param file of this run, for messages
     * @throws OutputException when it is a journal by its name in a directory of reports, or by its first line, and is
     *     not to be believed: it may name files of this run
     */
    private Optional<Journal> journalAt(Path path, AtomicFile file) {
        boolean isOfReports = String.valueOf(path.getFileName()).equals(ReportList.NAME + Journal.ENDING);
        if (!isOfReports && !own.isOwn(path)) {
            return Optional.empty();
        }
        Journal.Found content;
        try {
            content = Journal.find(path, own).orElse(null);
        } catch (IOException noJournal) {
            if (isOfReports || Journal.beginsLikeOne(path)) {
                throw unbelieved(file, path, noJournal);
            }
            return Optional.empty();
        }
        if (content == null || content.elsewhere().isEmpty()) {
            return content == null ? Optional.empty() : content.journal();
        }
        Path elsewhere = content.elsewhere().get();
        requireDirectoryOf(elsewhere, file, path);
        return read(file, elsewhere).flatMap(Journal.Found::journal);
    }

    /** A file of this run in the directory or in a folder of it; any, where there is none. */
    private AtomicFile claimedIn(Path directory) {
        return claimed.values().stream()
                .filter(file -> file.target().startsWith(directory))
                .findFirst()
                .orElseGet(() -> claimed.values().iterator().next());
    }

    private Set<Path> directories() {
        Set<Path> directories = new LinkedHashSet<>(reportDirectories);
        for (Path target : claimed.keySet()) {
            Path directory = AtomicFile.directoryOf(target);
            directories.add(directory);
            Path above = directory.getParent();
            if (above != null && ReportDirectory.isFolderOf(above, directory)) {
                directories.add(above);
            }
        }
        return directories;
    }

    private boolean concerns(Journal journal) {
        return journal.deeds().stream().anyMatch(deed -> claimed.containsKey(deed.target()) || isReport(deed.target()));
    }

    private AtomicFile firstClaimed(Journal journal) {
        return journal.targets().stream()
                .filter(claimed::containsKey)
                .findFirst()
                .map(claimed::get)
                .orElseGet(() -> claimed.values().iterator().next());
    }

    private void refuseUnclaimed(AtomicFile file, Journal journal) {
        List<String> others = journal.deeds().stream()
                .filter(deed -> !isClaimed(deed))
                .map(deed -> journal.nameOf(deed.target()))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        String shown = file.shownAs(journal.file());
        throw new OutputException(
                file.shown() + ": an earlier run was ended before its files were in their places, and "
                        + shown + " names files that this run does not write (" + some(others) + "); "
                        + (journal.command().isEmpty()
                                ? "run the command again that writes all of them"
                                : "run again \"" + printable(journal.command()) + "\" with its other options")
                        + ", which completes it, or delete " + shown + ", and the files stay as they are");
    }

    private boolean isClaimed(Journal.Deed deed) {
        return isReport(deed.target()) || !deed.removes() && claimed.containsKey(deed.target());
    }

    /** True for a report that comes and goes with the rules, in a directory of reports that this run has claimed. */
    private boolean isReport(Path target) {
        return reportDirectories.stream().anyMatch(directory -> ReportDirectory.isPassing(directory, target));
    }

    private void putRight(AtomicFile file, Journal journal) {
        List<OutputLock> taken = new ArrayList<>();
        try {
            for (Path target : journal.targets()) {
                lock(file, target, taken);
            }
            if (journal.complete()) {
                notes.accept(completed(journal, journal.carryOut(steps, own)));
            } else {
                journal.undo(steps, own);
                notes.accept("an earlier run was ended while it wrote; what it had begun is deleted, and "
                        + (journal.targets().size() == 1 ? "the file stands" : "all of its files stand")
                        + " as before that run");
            }
        } catch (IOException failure) {
            String shown = file.shownAs(journal.file());
            throw new OutputException(
                    file.shown() + ": what an earlier run began, by " + shown + ", cannot be completed, "
                            + Trouble.of(failure) + "; mend that and run again, or delete " + shown
                            + ", and the files stay as they are",
                    failure);
        } finally {
            taken.forEach(OutputLock::release);
        }
    }

    private static String completed(Journal journal, List<Journal.Deed> done) {
        String moved = names(journal, done, false);
        String deleted = names(journal, done, true);
        return "an earlier run was ended before all of its files were in their places; they are now"
                + (moved.isEmpty() ? "" : "; moved there: " + moved)
                + (deleted.isEmpty() ? "" : "; deleted: " + deleted);
    }

    private static String names(Journal journal, List<Journal.Deed> done, boolean removes) {
        return some(done.stream()
                .filter(deed -> deed.removes() == removes)
                .map(deed -> journal.nameOf(deed.target()))
                .toList());
    }

    private static String some(List<String> names) {
        String few = names.stream().limit(MOST_NAMES).map(Leftovers::printable).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? few + " and " + (names.size() - MOST_NAMES) + " more" : few;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** Takes the lock of a file that is not claimed by its own name: another run may have begun to write it anew. */
    private void lock(AtomicFile file, Path target, List<OutputLock> taken) throws IOException {
        Path lockFile = AtomicFile.hidden(target, AtomicFile.LOCK);
        Path directory = AtomicFile.directoryOf(target);
        if (heldLocks.contains(lockFile) || !OwnFiles.isThere(directory)) {
            return;
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(directory + " is no directory of its own");
        }
        taken.add(OutputLock.take(file.shown(), lockFile, own));
    }
}
