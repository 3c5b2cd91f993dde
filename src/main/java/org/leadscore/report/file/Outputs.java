package org.leadscore.report.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;
import org.leadscore.problem.Trouble;

/**
 * The files of one run. They are claimed before the work begins, written beside their places, and moved there together
 * once all of them are whole. A run that ends earlier, for whatever reason, leaves the files that stood there before. A
 * run that ends between the first move and the last leaves a {@link Journal} behind, by which the next run that claims
 * one of the files completes the moves before it does anything else.
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

    private final Steps steps;

    /** Cleans up when a signal ends the process. */
    private final Thread onSignal = new Thread(this::cleanUp, "leadscore-outputs");

    /** The journal on disk; null as long as none is written. */
    private @Nullable Journal journal;

    /** Tells whether the run has cleaned up; nothing is moved then. */
    private boolean closed;

    /** Outputs of a run; close them in the end. */
    public Outputs() {
        this(Steps.NONE);
    }

    Outputs(Steps steps) {
        this.steps = steps;
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    /**
     * Claims a file: makes sure that it can be written and that no other run writes it, and completes or undoes the
     * writing of a run that died. Files are moved to their places in the order of the claims, which all come before the
     * first is written.
     *
     * @throws OutputException when its directory is not there, or it is a directory itself
     * @throws OutputHeldException when another run holds it
     */
    public Output claim(Path path) {
        return claim(path, files);
    }

    /**
     * Claims a file as {@link #claim} does; it is moved to its place after all others are in theirs and outdated files
     * are deleted.
     */
    public Output claimLast(Path path) {
        return claim(path, lastFiles);
    }

    private synchronized Output claim(Path path, List<AtomicFile> among) {
        AtomicFile file = new AtomicFile(path, steps);
        if (!file.isDirect() && !closed) {
            try {
                lock(path, file.hidden(AtomicFile.LOCK));
                recover(path, file);
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
                Files.createDirectories(directory);
            }
        } catch (IOException failure) {
            String why = Files.exists(directory) ? "it is no directory" : Trouble.of(failure);
            throw new OutputException(directory + ": cannot be made, " + why, failure);
        }
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
        try {
            Journal begun = journal;
            if (begun != null) {
                Journal whole = new Journal(begun.file(), deeds(true), true);
                whole.write(steps);
                journal = whole;
                whole.carryOut(steps);
                return;
            }
        } catch (IOException failure) {
            throw new OutputException(
                    "the reports cannot be moved to their places, " + Trouble.of(failure)
                            + "; the next run that writes them does that first",
                    failure);
        }
        for (AtomicFile file : all()) {
            file.commit();
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
        if (written == null) {
            all().forEach(AtomicFile::discard);
        } else if (!written.complete()) {
            written.undo(steps);
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
        if (journal != null || closed || all().size() < 2) {
            return;
        }
        List<Journal.Deed> deeds = deeds(false);
        Journal begun = new Journal(AtomicFile.hidden(deeds.get(0).target(), Journal.ENDING), deeds, false);
        journal = begun;
        try {
            begun.write(steps);
            begun.writeNotes(steps);
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
        locks.put(file, OutputLock.take(shown, file));
    }

    private void recover(Path shown, AtomicFile file) {
        Path beside = file.hidden(Journal.ENDING);
        try {
            Path elsewhere = Journal.behindNote(beside).orElse(null);
            putRight(shown, elsewhere == null ? beside : elsewhere);
            if (elsewhere != null) {
                file.discard();
            }
            Journal.delete(beside, steps);
        } catch (IOException | InvalidPathException failure) {
            String why = failure instanceof IOException trouble ? Trouble.of(trouble) : failure.getMessage();
            throw new OutputException(shown + ": what an earlier run began cannot be completed, " + why, failure);
        }
    }

    private void putRight(Path shown, Path journalFile) throws IOException {
        if (!Files.exists(journalFile)) {
            return;
        }
        List<OutputLock> taken = new ArrayList<>();
        try {
            Path first = AtomicFile.hiddenBeside(journalFile, Journal.ENDING, AtomicFile.LOCK);
            take(shown, first, taken);
            Journal left = Journal.read(journalFile).orElse(null);
            if (left != null) {
                takeAll(shown, left, first, taken);
                if (left.complete()) {
                    left.carryOut(steps);
                } else {
                    left.undo(steps);
                }
            }
        } finally {
            taken.forEach(OutputLock::release);
        }
    }

    /**
     * Takes the locks of all files of a journal, which may only be touched by the run that holds them: another run may
     * have begun to write one anew.
     */
    private void takeAll(Path shown, Journal left, Path first, List<OutputLock> taken) throws IOException {
        for (Path target : left.targets()) {
            Path lockFile = AtomicFile.hidden(target, AtomicFile.LOCK);
            Path directory = AtomicFile.directoryOf(target);
            if (!Files.isDirectory(directory) && left.complete() && left.isElsewhere(target)) {
                throw new IOException("there is no directory " + directory);
            }
            if (Files.isDirectory(directory) && !lockFile.equals(first)) {
                take(shown, lockFile, taken);
            }
        }
    }

    private void take(Path shown, Path lockFile, List<OutputLock> taken) throws IOException {
        if (!locks.containsKey(lockFile)) {
            taken.add(OutputLock.take(shown, lockFile));
        }
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
    }
}
