package org.leadscore.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;

/**
 * A file that appears whole or not at all: written under a hidden name beside its place, forced to the disk, then moved
 * there. A symbolic link stays, and the file it points to is replaced, with the permissions that it had. What is no
 * regular file, such as {@code /dev/null} or a pipe, is written as it is.
 */
final class AtomicFile {

    private static final int MOST_LINKS = 40;

    private final Path shown;
    private final Path target; // behind every link
    private final boolean direct;

    /** @throws OutputException when it is plain now that the file cannot be written */
    AtomicFile(Path path) {
        shown = path;
        if (Files.isDirectory(path)) {
            throw new OutputException(path + ": cannot be written, it is a directory");
        }
        direct = isStream(path);
        target = direct ? path : resolveLinks(path);
        if (!direct) {
            requireDirectory();
        }
    }

    /** True when there is nothing to move and nothing to lock. */
    boolean isDirect() {
        return direct;
    }

    /** Beside the target, hidden, the same in every run. */
    Path hidden(String ending) {
        return target.resolveSibling("." + target.getFileName() + ending);
    }

    /** Writes all of it to the hidden file, or to where it goes if that is no regular file. */
    void write(Content content) {
        Path to = direct ? target : hidden(".part");
        try {
            write(content, to);
        } catch (IOException failure) {
            if (!direct || !StandardOutput.isClosedPipe(failure)) {
                throw cannotWrite(failure);
            }
        }
    }

    /** Moves what was written to its place. */
    void commit() {
        if (direct) {
            return;
        }
        try {
            Files.move(hidden(".part"), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
        forceDirectory();
    }

    /** Takes the hidden file away if there is one. Never fails. */
    void discard() {
        if (!direct) {
            delete(hidden(".part"));
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
        Files.deleteIfExists(to);
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            keepPermissions(to);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
            content.writeTo(out);
            out.flush();
            file.force(true);
        }
    }

    private void keepPermissions(Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        } catch (NoSuchFileException newFile) {
            // gets what the system gives new files
        }
    }

    /** So that the new name is as safe as the bytes; file systems that cannot do that for directories say so. */
    private void forceDirectory() {
        try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notForDirectories) {
            // the file stands whole under its name all the same
        }
    }

    private void requireDirectory() {
        if (!Files.isDirectory(directory())) {
            throw new OutputException(shown + ": cannot be written, there is no directory " + directory());
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new OutputException(shown + ": cannot be written, it is write-protected");
        }
    }

    private Path directory() {
        Path parent = target.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    /** {@code /dev/stdout} is a stream too when a shell points it at a regular file. */
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
