package org.leadscore.spill;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;

/**
 * A temporary directory, with files for one run, made when the first of them is. On Unix the files and the directory lose
 * their names as soon as the files are open: whatever ends the process, {@code kill -9} included, gives the room back. A signal
 * waits for a file that is being opened, so that it leaves nothing behind. Elsewhere the files are deleted when the process ends.
 */
public final class SpillPlace implements AutoCloseable {

    private static final String PREFIX = "leadscore-";
    private static final Set<StandardOpenOption> OF_ITS_OWN = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final Path parent;
    private final List<SpillFile> files = new ArrayList<>();
    private final Thread onSignal = new Thread(this::end, "leadscore-spill");
    private boolean watching;
    private boolean closed;

    /** @param parent where temporary files go */
    public SpillPlace(Path parent) {
        this.parent = parent;
    }

    /** Where the system wants temporary files. */
    public static SpillPlace ofSystem() {
        return new SpillPlace(Path.of(System.getProperty("java.io.tmpdir", "")));
    }

    /**
     * A new file, which only this process can read.
     *
     * @throws OutputException when it cannot be made
     */
    public synchronized SpillFile newFile() {
        if (closed || !isWatching()) {
            throw new OutputException("nothing more is kept in " + parent + ", as the run is to end");
        }
        try {
            Path directory = Files.createTempDirectory(parent, PREFIX);
            try {
                SpillFile file = new SpillFile(this, FileChannel.open(directory.resolve("spilled"), OF_ITS_OWN));
                files.add(file);
                return file;
            } finally {
                deleteIfEmpty(directory);
            }
        } catch (IOException failure) {
            throw trouble(failure);
        }
    }

    /** Bytes in all files that were made. */
    public synchronized long bytes() {
        return files.stream().mapToLong(SpillFile::length).sum();
    }

    /** Gives the room of all files back. */
    @Override
    public synchronized void close() {
        closed = true;
        files.forEach(SpillFile::close);
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException shuttingDown) {
            // then it runs to no effect
        }
    }

    /** False when it is too late for that. */
    private boolean isWatching() {
        try {
            if (!watching) {
                Runtime.getRuntime().addShutdownHook(onSignal);
                watching = true;
            }
            return true;
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }

    private synchronized void end() {
        closed = true;
    }

    OutputException trouble(IOException failure) {
        return new OutputException(
                "what does not fit into memory cannot be kept in " + parent + ", " + Trouble.of(failure)
                        + "; set TMPDIR to a directory with more room, or give more --memory",
                failure);
    }

    /** Where open files keep their names it goes with the last of them. */
    private static void deleteIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException inUse) {
            directory.toFile().deleteOnExit();
        }
    }
}
