package org.leadscore.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The size, time and identity of a file at one moment, by which it is seen that others change it while it is read. Whoever
 * reads a file takes one when it is opened, and holds it against those of later moments.
 *
 * @param size in bytes
 * @param modified the time of the last change of its bytes
 * @param identity the same for two moments unless another file has taken the name, or the link leads elsewhere
 */
public record FileState(long size, FileTime modified, Object identity) {

    /** Directories whose files only look like files: their sizes and times tell nothing. */
    private static final List<String> OF_THE_SYSTEM = List.of("/dev", "/proc", "/sys");

    private static final String REMEDY = "run again when nothing writes to it any more";
    private static final String REMEDY_OF_LOG =
            REMEDY + "; a log that is written all day is read with growing: true at its source";

    /**
     * The state of a file now; null for what is no file with bytes that stay, such as a pipe or a device.
     *
     * @throws IOException when there is no such file, or it cannot be asked
     */
    public static @Nullable FileState of(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (!now.isRegularFile() || OF_THE_SYSTEM.stream().anyMatch(path.toAbsolutePath()::startsWith)) {
            return null;
        }
        Object key = now.fileKey();
        return new FileState(now.size(), now.lastModifiedTime(), key == null ? now.creationTime() : key);
    }

    /** The same state with a size that is known better, as from the opened file. */
    public FileState withSize(long other) {
        return new FileState(other, modified, identity);
    }

    /**
     * Refuses a file that is not as it was.
     *
     * @param name of the file, for the message
     * @param mayGrow true for a log that others add to while it is read
     * @throws InputException when it was changed, replaced or removed
     * @throws IOException when it cannot be asked
     */
    public void requireSame(Path path, String name, boolean mayGrow) throws IOException {
        FileState now;
        try {
            now = of(path);
        } catch (NoSuchFileException removed) {
            throw changed(name, "it is no longer there", REMEDY, removed);
        }
        requireSame(now, name, mayGrow);
    }

    /**
     * Refuses a name that leads to another file than before.
     *
     * @param later null when it is no file any more
     * @throws InputException when it was replaced
     */
    public void requireSameFile(@Nullable FileState later, String name) {
        if (later == null || !identity.equals(later.identity)) {
            throw changed(name, "another file has taken its place");
        }
    }

    /**
     * Refuses a file whose state at a later moment is another one.
     *
     * @param later null when it is no file any more
     * @throws InputException when it was changed or replaced
     */
    public void requireSame(@Nullable FileState later, String name, boolean mayGrow) {
        requireSameFile(later, name);
        if (later == null || later.size > size && mayGrow) {
            return;
        }
        if (later.size != size) {
            String what = "it had " + bytes(size) + " when it was opened, and " + bytes(later.size) + " later";
            throw changed(name, what, later.size > size ? REMEDY_OF_LOG : REMEDY, null);
        }
        if (!modified.equals(later.modified)) {
            throw changed(
                    name, "last written at " + modified + " when it was opened, and at " + later.modified + " later");
        }
    }

    /**
     * Makes the error for a file that is not as it was.
     *
     * @param what has changed, a clause
     */
    public static InputException changed(String name, String what) {
        return changed(name, what, REMEDY, null);
    }

    /** Shows a number of bytes in words. */
    public static String bytes(long count) {
        return String.format(Locale.ROOT, "%,d byte%s", count, count == 1 ? "" : "s");
    }

    private static InputException changed(String name, String what, String remedy, @Nullable Exception cause) {
        String message = name + ": changed while it was read (" + what + "); " + remedy;
        return cause == null ? new InputException(message) : new InputException(message, cause);
    }
}
