package org.leadscore.report.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;

/**
 * A file that appears whole or not at all: written under a hidden name beside its place, forced to the disk, then moved
 * there. A symbolic link stays, and the file it points to is replaced, with the permissions and the group that it had. A target that
 * is no regular file, such as {@code /dev/null} or a pipe, is written directly.
 */
final class AtomicFile {

    /** The ending of the hidden name of a file that is being written. */
    static final String PART = ".part";

    /** The ending of the hidden name of the file whose lock the writing run holds. */
    static final String LOCK = ".lock";

    private static final int MOST_LINKS = 40;

    private final Path shown;
    private final Path target; // behind every link
    private final boolean direct;
    private final Steps steps;
    private final OwnFiles own;
    private final Rights rights;
    private final boolean believed;

    /**
     * A file that is to be written; finds the file behind symbolic links.
     *
     * @param rights that it gets if it is new
     * @param believed whether later runs believe what it says, so that nobody else may write it
     * @throws OutputException when it is plain now that the file cannot be written
     */
    AtomicFile(Path path, Steps steps, OwnFiles own, Rights rights, boolean believed) {
        this.steps = steps;
        this.own = own;
        this.rights = rights;
        this.believed = believed;
        shown = path;
        if (Files.isDirectory(path)) {
            throw new OutputException(path + ": cannot be written, it is a directory");
        }
        direct = isStream(path);
        Path behindLinks = direct ? path : resolveLinks(path);
        if (!direct) {
            requireDirectory(behindLinks);
        }
        target = direct ? path : real(behindLinks);
    }

    /** True when the target is no regular file, so that there is nothing to move and nothing to lock. */
    boolean isDirect() {
        return direct;
    }

    /** The path as the user gave it. */
    Path shown() {
        return shown;
    }

    /** The name of a file in messages: short where it lies beside this one. */
    String shownAs(Path other) {
        return directoryOf(other).equals(directoryOf(target))
                ? shown.resolveSibling(other.getFileName()).toString()
                : other.toString();
    }

    /** The file behind every symbolic link, as a path from the root. */
    Path target() {
        return target;
    }

    /** The hidden name beside the target, the same in every run. */
    Path hidden(String ending) {
        return hidden(target, ending);
    }

    /** The hidden name of a file that may be hidden itself. */
    static Path hidden(Path target, String ending) {
        String name = String.valueOf(target.getFileName());
        return target.resolveSibling((name.startsWith(".") ? "" : ".") + name + ending);
    }

    /** The hidden name with another ending, of the same file. */
    static Path hiddenBeside(Path hidden, String ending, String other) {
        String name = String.valueOf(hidden.getFileName());
        return hidden.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
    }

    /** The directory of a file, the current one when the path names none. */
    static Path directoryOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    /** The path of a file by the true name of its directory, if that is there. */
    static Path real(Path file) {
        try {
            return directoryOf(file).toRealPath().resolve(file.getFileName());
        } catch (IOException noDirectory) {
            return file.toAbsolutePath().normalize();
        }
    }

    /**
     * Writes the content to the hidden file, or directly when the target is no regular file.
     *
     * @throws OutputException when that fails; a reader that has closed its pipe is no failure
     */
    void write(Content content) {
        Path to = direct ? target : hidden(PART);
        steps.before("write " + to.getFileName());
        try {
            write(content, to);
        } catch (IOException failure) {
            if (!direct || !StandardOutput.isClosedPipe(failure)) {
                throw cannotWrite(failure);
            }
        }
    }

    /**
     * Moves the hidden file to its place.
     *
     * @throws OutputException when that fails
     */
    void commit() {
        if (direct) {
            return;
        }
        try {
            steps.before("move " + target.getFileName());
            own.requireOwn(hidden(PART));
            move(hidden(PART), target);
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    /**
     * Puts a file in the place of another in the same directory, so that it survives a power cut.
     *
     * @throws IOException also when the move is made and cannot be forced to the disk
     */
    static void move(Path part, Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DirectorySync.force(directoryOf(target));
    }

    /** Deletes the hidden file if there is one and it is our own. Never fails. */
    void discard() {
        if (!direct && own.isOwn(hidden(PART))) {
            delete(hidden(PART));
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // hidden, and overwritten by the next run
        }
    }

    OutputException cannotWrite(IOException failure) {
        return new OutputException(shown + ": cannot be written, " + Trouble.of(failure), failure);
    }

    private void write(Content content, Path to) throws IOException {
        if (direct) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            return;
        }
        own.requireOwn(to);
        Files.deleteIfExists(to);
        try (FileChannel file = rights.create(to, target)) {
            if (believed) {
                OwnFiles.keepFromOthers(to);
            }
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
            content.writeTo(out);
            out.flush();
            file.force(true);
        }
    }

    private void requireDirectory(Path file) {
        if (!Files.isDirectory(directoryOf(file))) {
            throw new OutputException(shown + ": cannot be written, there is no directory " + directoryOf(file));
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new OutputException(shown + ": cannot be written, it is write-protected");
        }
    }

    /**
     * True for a file that is written directly; {@code /dev/stdout} is such a one also when a shell points it at a
     * regular file.
     */
    private static boolean isStream(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        boolean ofTheSystem = whole.startsWith("/proc") || whole.startsWith("/dev") && !whole.startsWith("/dev/shm");
        return Files.exists(path) && (ofTheSystem || !Files.isRegularFile(path));
    }

    private static Path resolveLinks(Path path) {
        Path resolved = path;
        try {
            for (int links = 0; Files.isSymbolicLink(resolved); links++) {
                if (links == MOST_LINKS) {
                    throw new OutputException(path + ": cannot be written, its symbolic links go round in a circle");
                }
                resolved = resolved.resolveSibling(Files.readSymbolicLink(resolved));
            }
        } catch (IOException failure) {
            throw new OutputException(path + ": cannot be written, " + Trouble.of(failure), failure);
        }
        return resolved;
    }
}
