package org.leadscore.report.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.OutputHeldException;

/**
 * Keeps a second run away from an output. Holds the system's lock on a hidden file, which the system lets go when the
 * run dies; the file itself is deleted at the end.
 */
final class OutputLock {

    private static final int LONGEST = 1 << 14;

    private final Path file;
    private final FileChannel channel;

    private OutputLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a file.
     *
     * @param shown the output as messages name it
     * @param file the hidden file that is locked
     * @throws OutputHeldException when another run, of this process or another, has it
     */
    static OutputLock take(Path shown, Path file) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean kept = false;
            try {
                if (tryLock(channel) == null) {
                    throw new OutputHeldException(
                            shown + ": another run is writing it; wait for that to end, or write elsewhere");
                }
                // The run before may have taken the file away between our opening and our locking it.
                kept = standsAt(file, channel);
                if (kept) {
                    return new OutputLock(file, channel);
                }
            } finally {
                if (!kept) {
                    channel.close();
                }
            }
        }
    }

    /** Lets go of the lock and deletes the hidden file. Never fails. */
    void release() {
        AtomicFile.delete(file);
        try {
            channel.close();
        } catch (IOException gone) {
            // the system lets go when the process ends
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /**
     * Tells whether the path still leads to the locked file: gives that a length of its own and compares. Only its
     * length is looked at, as opening and closing the file a second time would drop the lock, which POSIX systems keep
     * by process and file.
     */
    private static boolean standsAt(Path file, FileChannel channel) throws IOException {
        int length = 1 + (int) ((System.nanoTime() ^ ProcessHandle.current().pid() << 7) & LONGEST - 1);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(length), 0);
        try {
            return Files.size(file) == length;
        } catch (NoSuchFileException takenAway) {
            return false;
        }
    }
}
