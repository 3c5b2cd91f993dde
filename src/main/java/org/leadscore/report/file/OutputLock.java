package org.leadscore.report.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.OutputHeldException;

/**
 * Keeps a second run away from an output. Holds the system's lock on a hidden file, which the system lets go when the
 * run dies; the file itself is deleted at the end. Its first line says which process holds it, for the message of the
 * second run. A file that somebody else has put under the name is never written.
 */
final class OutputLock {

    private static final String HEAD = "leadscore lock 1 ";
    private static final Pattern HOLDER = Pattern.compile(
            HEAD + "process ([0-9]{1,19}) user ([\\w.@$+-]{1,64}) since ([0-9T:Z-]{1,32})\n.*", Pattern.DOTALL);
    private static final int LONGEST_LINE = 256;
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
     * @throws OutputException when what has the name of the hidden file is no lock of this user's runs
     */
    static OutputLock take(Path shown, Path file, OwnFiles own) throws IOException {
        while (true) {
            Optional<OutputLock> taken = tryToTake(shown, file, own);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
    }

    /** Takes the lock; empty when another run has deleted the file in the meantime. */
    private static Optional<OutputLock> tryToTake(Path shown, Path file, OwnFiles own) throws IOException {
        FileChannel channel;
        try {
            channel = OwnFiles.create(file, "rw-r--r--");
        } catch (FileAlreadyExistsException leftOrHeld) {
            try {
                channel = opened(shown, file);
            } catch (NoSuchFileException takenAway) {
                return Optional.empty();
            }
        }
        boolean kept = false;
        try {
            if (!isLocked(channel)) {
                throw new OutputHeldException(shown + ": another run is writing it" + holder(channel)
                        + "; wait for that to end, or write elsewhere");
            }
            // The run before may have taken the file away between our opening and our locking it.
            kept = isOurs(shown, file, channel, own) && standsAt(file, channel);
            return kept ? Optional.of(new OutputLock(file, channel)) : Optional.empty();
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    /**
     * Makes sure that no other process has the lock, without taking it for longer than that takes to see.
     *
     * @param shown the output as messages name it
     * @throws OutputHeldException when another run has it
     */
    static void requireFree(Path shown, Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            if (!isLocked(channel)) {
                throw new OutputHeldException(
                        shown + ": another run is writing it" + holder(channel) + "; wait for that to end");
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

    private static FileChannel opened(Path shown, Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && OwnFiles.isThere(file)) {
            throw noLock(shown, file, Files.isSymbolicLink(file) ? "it is a symbolic link" : "it is no regular file");
        }
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException ofAnotherUser) {
            return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Takes the system's lock; one that others can share where this user may only read the file. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (NonWritableChannelException readOnly) {
                lock = channel.tryLock(0, Long.MAX_VALUE, true);
            }
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Makes sure that the file, which nobody else holds, is a lock of this user's runs; false when it is gone. */
    private static boolean isOurs(Path shown, Path file, FileChannel channel, OwnFiles own) throws IOException {
        Optional<String> strangeness;
        try {
            strangeness = own.strangeness(file);
        } catch (NoSuchFileException takenAway) {
            return false;
        }
        if (strangeness.isPresent()) {
            throw noLock(shown, file, strangeness.get());
        }
        if (channel.size() > 0 && !firstBytes(channel).startsWith(HEAD)) {
            throw noLock(shown, file, "it holds something else");
        }
        return true;
    }

    private static OutputException noLock(Path shown, Path file, String why) {
        return new OutputException(shown + ": cannot be written, " + file + " is no lock of this user's runs: " + why
                + "; delete it, or write elsewhere");
    }

    /** The process that holds the lock, its user and its start, in brackets; empty when the file does not say. */
    private static String holder(FileChannel channel) throws IOException {
        Matcher words = HOLDER.matcher(firstBytes(channel));
        return words.matches()
                ? " (process " + words.group(1) + " of " + words.group(2) + ", since " + words.group(3) + ")"
                : "";
    }

    private static String firstBytes(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_LINE);
        long at = 0;
        while (bytes.hasRemaining() && at >= 0) {
            int read = channel.read(bytes, at);
            at = read < 0 ? -1 : at + read;
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /**
     * Writes who holds the lock, and tells whether the path still leads to the locked file: makes that longer by a
     * number of its own and compares. Only its length is looked at, as opening and closing the file a second time would
     * drop the lock, which POSIX systems keep by process and file.
     */
    private static boolean standsAt(Path file, FileChannel channel) throws IOException {
        int more = LONGEST_LINE
                + (int) ((System.nanoTime() ^ ProcessHandle.current().pid() << 7) & LONGEST - 1);
        long length = channel.size() + more;
        try {
            byte[] text = new byte[Math.toIntExact(length)];
            Arrays.fill(text, (byte) ' ');
            byte[] line = thisHolder().getBytes(StandardCharsets.UTF_8);
            System.arraycopy(line, 0, text, 0, line.length);
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes, bytes.position());
            }
        } catch (IOException full) {
            if (Files.size(file) == channel.size()) {
                AtomicFile.delete(file);
            }
            throw full;
        }
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .size()
                    == length;
        } catch (NoSuchFileException takenAway) {
            return false;
        }
    }

    private static String thisHolder() {
        ProcessHandle process = ProcessHandle.current();
        String since = process.info()
                .startInstant()
                .map(start -> start.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("-");
        String user = System.getProperty("user.name", "").replaceAll("[^\\w.@$+-]", "_");
        return HEAD + "process " + process.pid() + " user "
                + (user.isEmpty() ? "-" : user.substring(0, Math.min(64, user.length()))) + " since " + since + "\n";
    }
}
