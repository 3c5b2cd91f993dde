package org.leadscore.spill;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;

/**
 * A place for the temporary files of one run, in a directory that is made with the first of them. On Unix the files and
 * the directory lose their names as soon as the files are open: whatever ends the process, {@code kill -9} included,
 * gives the room back. A signal waits for a file that is being opened, so that it leaves nothing behind. Elsewhere the
 * files are deleted when the process ends.
 */
public final class SpillPlace implements AutoCloseable {

    private static final String PREFIX = "leadscore-";
    private static final String NAME = "spilled";
    private static final Set<StandardOpenOption> OF_ITS_OWN = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    /** The right to read and write it, for the owner alone; nothing where the system has no such rights. */
    private static final FileAttribute<?>[] FOR_ITSELF =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path parent;

    /** All files that were made. */
    private final List<SpillFile> files = new ArrayList<>();

    /** Refuses new files once the process is told to end. */
    private final Thread onSignal = new Thread(this::end, "leadscore-spill");

    /** Tells whether {@link #onSignal} is registered. */
    private boolean watching;

    /** Tells whether no more files are made. */
    private boolean closed;

    /**
     * A place in a directory.
     *
     * @param parent the directory for temporary files
     */
    public SpillPlace(Path parent) {
        this.parent = parent;
    }

    /** A place in the directory that the system names for temporary files. */
    public static SpillPlace ofSystem() {
        return new SpillPlace(Path.of(System.getProperty("java.io.tmpdir", "")));
    }

    /**
     * Makes a temporary file that only this process can read.
     *
     * @throws OutputException when it cannot be made, or the run is about to end
     */
    public synchronized SpillFile newFile() {
        if (closed || !isWatching()) {
            throw new OutputException("nothing more is kept in " + parent + ", as the run is to end");
        }
        try {
            Path directory = Files.createTempDirectory(parent, PREFIX);
            try {
                SpillFile file = new SpillFile(this, FileChannel.open(directory.resolve(NAME), OF_ITS_OWN, FOR_ITSELF));
                files.add(file);
                return file;
            } finally {
                deleteIfEmpty(directory);
            }
        } catch (IOException failure) {
            throw trouble(failure);
        }
    }

    /** Number of bytes in all files that were made. */
    public synchronized long bytes() {
        return files.stream().mapToLong(SpillFile::length).sum();
    }

    /** Gives back the room of all files on disk. */
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

    /** Registers the hook for signals; false when the process is ending already. */
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

    /**
     * Deletes the directory; or has it deleted with its file when the process ends, on systems where an open file keeps
     * its name, and where the system has not taken the name away.
     */
    private static void deleteIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException inUse) {
            directory.toFile().deleteOnExit();
            directory.resolve(NAME).toFile().deleteOnExit(); // what is registered last is deleted first
        }
    }
}
