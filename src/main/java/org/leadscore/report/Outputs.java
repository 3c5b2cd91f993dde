package org.leadscore.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;
import org.leadscore.problem.Trouble;

/**
 * The files of one run. Claimed before the work begins, written beside their places, and moved there together once all of
 * them are whole. Whatever ends the run earlier, a signal included, what stood there before stands there still.
 */
public final class Outputs implements AutoCloseable {

    private final List<AtomicFile> files = new ArrayList<>();
    private final List<OutputLock> locks = new ArrayList<>();
    private final Thread onSignal = new Thread(this::cleanUp, "leadscore-outputs");
    private boolean closed;

    public Outputs() {
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    /**
     * Makes sure that the file can be written and that no other run writes it.
     *
     * @throws OutputException when its directory is not there, or it is a directory itself
     * @throws OutputHeldException when another run holds it
     */
    public synchronized Output claim(Path path) {
        AtomicFile file = new AtomicFile(path);
        if (!file.isDirect() && !closed) {
            try {
                locks.add(OutputLock.take(path, file.hidden(".lock")));
            } catch (IOException failure) {
                throw file.cannotWrite(failure);
            }
        }
        files.add(file);
        return new Output(file);
    }

    /** Makes the directory, and those above it, if they are not there. */
    public static void createDirectory(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
        } catch (IOException failure) {
            String why = Files.exists(directory) ? "it is no directory" : Trouble.of(failure);
            throw new OutputException(directory + ": cannot be made, " + why, failure);
        }
    }

    /** Moves all that was written to its place. After a signal, nothing is moved. */
    public synchronized void commit() {
        if (closed) {
            return;
        }
        files.forEach(AtomicFile::commit);
    }

    /** Takes away what was not moved, and lets go of the outputs. */
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
        if (!closed) {
            closed = true;
            files.forEach(AtomicFile::discard);
            locks.forEach(OutputLock::release);
        }
    }

    /** A file that this run has claimed. */
    public static final class Output {

        private final AtomicFile file;

        private Output(AtomicFile file) {
            this.file = file;
        }

        /**
         * Writes all of it beside its place.
         *
         * @throws OutputException when that fails, for want of room or whatever else
         */
        public void write(Content content) {
            file.write(content);
        }
    }
}
