package org.leadscore.report.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;
import org.leadscore.problem.Trouble;

/**
 * The files of one run. They are claimed before the work begins, written beside their places, and moved there together
 * once all of them are whole. A run that ends earlier, for whatever reason, leaves the files that stood there before. A
 * run that ends between the first move and the last leaves a {@link Journal} behind, by which the next run that claims
 * all of the files completes the moves before it does anything else.
 */
public final class Outputs implements AutoCloseable {

    /** The claimed files, in the order in which they are moved. */
    private final List<AtomicFile> files = new ArrayList<>();

    /** The claimed files that are moved after all others and after the removals. */
    private final List<AtomicFile> lastFiles = new ArrayList<>();

    /** Outdated files, deleted between the moves of {@link #files} and of {@link #lastFiles}. */
    private final Set<Path> removals = new LinkedHashSet<>();

    /** Directories that this run has made, deleted in the end if they are empty. */
    private final Set<Path> directories = new LinkedHashSet<>();

    /** The locks of the claimed files, by the path of the locked file. */
    private final Map<Path, OutputLock> locks = new LinkedHashMap<>();

    /** Directories of reports by their true names; this run may write and delete reports in their folders. */
    private final Set<Path> reportDirectories = new LinkedHashSet<>();

    private final Steps steps;
    private final OwnFiles own;

    /** The rights of the files and directories that are new. */
    private final Rights rights;

    private final Consumer<String> notes;

    /** The command that writes these files, as messages show it. */
    private final String command;

    /** Cleans up when a signal ends the process. */
    private final Thread onSignal = new Thread(this::cleanUp, "leadscore-outputs");

    /** The journal on disk; null as long as none is written. */
    private @Nullable Journal journal;

    /** Tells whether what earlier runs left is put right. */
    private boolean ready;

    /** Tells whether the run has cleaned up; nothing is moved then. */
    private boolean closed;

    /**
     * Outputs of a run that hold people; close them in the end. Only their owner may read those that are new.
     *
     * @param notes takes a sentence when what an earlier run left was completed or undone
     * @param command the command that writes the same files, for the next run that writes only some of them
     */
    public Outputs(Consumer<String> notes, String command) {
        this(notes, command, Rights.OF_OWNER);
    }

    /**
     * Outputs of a run, as the other constructor makes them.
     *
     * @param rights of the files and directories that are new
     */
    public Outputs(Consumer<String> notes, String command, Rights rights) {
        this(Steps.NONE, OwnFiles.OF_THIS_USER, rights, notes, command);
    }

    Outputs(Steps steps, OwnFiles own, Rights rights, Consumer<String> notes, String command) {
        this.steps = steps;
        this.own = own;
        this.rights = rights;
        this.notes = notes;
        this.command = command;
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    /**
     * Claims a file: makes sure that it can be written and that no other run writes it. Files are moved to their places
     * in the order of the claims, which all come before {@link #ready} and before the first is written.
     *
     * @throws OutputException when its directory is not there, or it is a directory itself
     * @throws OutputHeldException when another run holds it
     */
    public Output claim(Path path) {
        return claim(path, files, false);
    }

    /** Claims a file as {@link #claim(Path)} does, which gets other rights than the rest if it is new. */
    public Output claim(Path path, Rights ofFile) {
        return claim(path, files, false, ofFile);
    }

    /**
     * Claims a file as {@link #claim} does; it is moved to its place after all others are in theirs and outdated files
     * are deleted. Of several such files, the one that is claimed last is moved last.
     */
    public Output claimLast(Path path) {
        return claim(path, lastFiles, false);
    }

    /** Claims a directory of reports with its list, which later runs believe; nobody else may write that. */
    synchronized Output claimDirectory(Path directory, String list) {
        createDirectory(directory);
        Output output = claim(directory.resolve(list), files, true);
        reportDirectories.add(AtomicFile.directoryOf(AtomicFile.real(directory.resolve(list))));
        return output;
    }

    /**
     * Completes or undoes what runs that died have left of the claimed files, and says so. Called once all files are
     * claimed, before any of them is read.
     *
     * @throws OutputException when that is not possible for this run; the message names the file and the way out
     * @throws OutputHeldException when another run holds a file that must be completed
     */
    public synchronized void ready() {
        if (!ready && !closed) {
            new Leftovers(all(), reportDirectories, locks.keySet(), steps, own, notes).putRight();
            ready = true;
        }
    }

    private Output claim(Path path, List<AtomicFile> among, boolean believed) {
        return claim(path, among, believed, rights);
    }

    private synchronized Output claim(Path path, List<AtomicFile> among, boolean believed, Rights ofFile) {
        AtomicFile file = new AtomicFile(path, steps, own, ofFile, believed);
        if (!file.isDirect() && !closed) {
            try {
                lock(path, file.hidden(AtomicFile.LOCK));
            } catch (IOException failure) {
                throw file.cannotWrite(failure);
            }
        }
        among.add(file);
        return new Output(file);
    }

    /**
     * Makes the directory and those above it, if they are not there. A directory that was made and stays empty is
     * deleted in the end.
     *
     * @throws OutputException when it cannot be made
     */
    synchronized void createDirectory(Path directory) {
        try {
            for (Path above = directory.toAbsolutePath();
                    above != null && Files.notExists(above);
                    above = above.getParent()) {
                directories.add(above);
            }
            if (!Files.isDirectory(directory)) {
                rights.createDirectories(directory);
            }
        } catch (IOException failure) {
            String why = Files.exists(directory) ? "it is no directory" : Trouble.of(failure);
            throw new OutputException(directory + ": cannot be made, " + why, failure);
        }
    }

    /** Tells this user's files from those of others. */
    OwnFiles own() {
        return own;
    }

    /** Has a file deleted, if it is there, once the reports are in their places. */
    synchronized void remove(Path file) {
        removals.add(AtomicFile.real(file));
    }

    /**
     * Moves all files to their places. After a signal, nothing is moved.
     *
     * @throws OutputException when that fails; the next run that writes the files completes the moves
     */
    public synchronized void commit() {
        if (closed) {
            return;
        }
        Journal begun = journal;
        if (begun != null) {
            Journal whole = new Journal(begun.file(), command, deeds(true), true);
            complete(whole);
            journal = whole;
            carryOut(whole);
            return;
        }
        for (AtomicFile file : all()) {
            file.commit();
        }
    }

    private void complete(Journal whole) {
        try {
            whole.write(steps, own);
        } catch (IOException failure) {
            Journal.delete(whole.file(), steps, own); // it may stand there whole, and the files are not moved
            throw new OutputException(
                    "the reports cannot be moved to their places, " + where(failure) + Trouble.of(failure)
                            + "; nothing was moved, and the files that stood there stand there still",
                    failure);
        }
    }

    /** The name of the file that the system would not write or move, where the failure has it. */
    private static String where(IOException failure) {
        return failure instanceof FileSystemException at && at.getFile() != null ? at.getFile() + ": " : "";
    }

    private void carryOut(Journal whole) {
        try {
            whole.carryOut(steps, own);
        } catch (IOException failure) {
            throw new OutputException(
                    "the reports cannot be moved to their places, " + where(failure) + Trouble.of(failure)
                            + "; the next run that writes all of them does that first",
                    failure);
        }
    }

    /** Deletes the files that were not moved, and lets go of the outputs. */
    @Override
    public void close() {
        cleanUp();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException shuttingDown) {
            // then the hook has run, or runs to no effect
        }
    }

    private synchronized void cleanUp() {
        if (closed) {
            return;
        }
        closed = true;
        Journal written = journal;
        if (written == null && ready) { // before that, the hidden files are those of an earlier run
            all().forEach(AtomicFile::discard);
        } else if (written != null && !written.complete()) {
            written.undo(steps, own);
        }
        locks.values().forEach(OutputLock::release);
        directories.stream()
                .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                .forEach(Outputs::deleteIfEmpty);
    }

    private static void deleteIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException inUse) {
            // it is not empty
        }
    }

    /**
     * Writes the journal before the first of several files is written; a single file needs none, as it appears whole by
     * itself.
     */
    private synchronized void begin() {
        ready();
        if (journal != null || closed || all().size() < 2) {
            return;
        }
        List<Journal.Deed> deeds = deeds(false);
        Journal begun = new Journal(AtomicFile.hidden(deeds.get(0).target(), Journal.ENDING), command, deeds, false);
        journal = begun;
        try {
            begun.write(steps, own);
            begun.writeNotes(steps, own);
        } catch (FileSystemException failure) { // with the name of the journal, or of a note in another directory
            throw new OutputException(failure.getFile() + ": cannot be written, " + Trouble.of(failure), failure);
        } catch (IOException failure) {
            throw all().get(0).cannotWrite(failure);
        }
    }

    private List<Journal.Deed> deeds(boolean withRemovals) {
        List<Journal.Deed> deeds = new ArrayList<>();
        written(files).forEach(file -> deeds.add(new Journal.Deed(file.target(), false)));
        if (withRemovals) {
            removals.forEach(file -> deeds.add(new Journal.Deed(file, true)));
        }
        written(lastFiles).forEach(file -> deeds.add(new Journal.Deed(file.target(), false)));
        return deeds;
    }

    private List<AtomicFile> all() {
        List<AtomicFile> all = new ArrayList<>(written(files));
        all.addAll(written(lastFiles));
        return all;
    }

    private static List<AtomicFile> written(List<AtomicFile> files) {
        return files.stream().filter(file -> !file.isDirect()).toList();
    }

    private void lock(Path shown, Path file) throws IOException {
        if (locks.containsKey(file)) {
            throw new OutputHeldException(shown + ": this run writes it already");
        }
        locks.put(file, OutputLock.take(shown, file, own));
    }

    /** A file that this run has claimed. */
    public final class Output {

        private final AtomicFile file;

        private Output(AtomicFile file) {
            this.file = file;
        }

        /**
         * Writes the content beside the place of the file.
         *
         * @throws OutputException when that fails, for want of room or any other reason
         */
        public void write(Content content) {
            begin();
            file.write(content);
        }

        /**
         * Writes the content as {@link #write} does, and takes its checksum meanwhile.
         *
         * @return empty for a target that is no regular file, such as a pipe: nobody can look at it again
         * @throws OutputException when that fails, for want of room or any other reason
         */
        public Optional<WrittenFile> writeSummed(Content content) {
            if (file.isDirect()) {
                write(content);
                return Optional.empty();
            }
            Sha256 sum = new Sha256();
            write(out -> content.writeTo(sum.over(out)));
            return Optional.of(new WrittenFile(path(), sum.bytes(), sum.text()));
        }

        /** The file by the true name of its directory; a symbolic link if it is one. */
        public Path path() {
            return AtomicFile.real(file.shown());
        }
    }
}
