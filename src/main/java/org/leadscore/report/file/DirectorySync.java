package org.leadscore.report.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.leadscore.problem.Trouble;

/** Forces directories to the disk, so that a new name in one is as safe as the bytes of its file. */
final class DirectorySync {

    /** Forces one directory to the disk; a test fails in its stead. */
    @FunctionalInterface
    interface Call {

        /** Returns when the directory is on the disk. */
        void force(Path directory) throws IOException;
    }

    private static final boolean CAN_OPEN_DIRECTORIES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** The system's words for a call that a file system does not have. */
    private static final Set<String> NO_SUCH_CALL =
            Set.of("Invalid argument", "Operation not supported", "Function not implemented");

    /** A directory of a file system that has no such call, so that its words are known in the system's language. */
    private static final Path WITHOUT = Path.of("/proc");

    private DirectorySync() {}

    /**
     * Forces a directory to the disk. Does nothing where the system or the file system cannot do that for directories.
     *
     * @throws IOException when that fails
     */
    static void force(Path directory) throws IOException {
        if (CAN_OPEN_DIRECTORIES) {
            force(directory, DirectorySync::forceWithSystem);
        }
    }

    static void force(Path directory, Call call) throws IOException {
        try {
            call.force(directory);
        } catch (IOException failure) {
            String words = Trouble.of(failure);
            if (!NO_SUCH_CALL.contains(words) && !words.equals(wordsForNoSuchCall())) {
                throw new IOException(
                        "the directory " + directory + " cannot be synced to the disk, " + words, failure);
            }
        }
    }

    private static String wordsForNoSuchCall() {
        try {
            forceWithSystem(WITHOUT);
            return "";
        } catch (IOException asExpected) {
            return asExpected.getMessage() == null ? "" : asExpected.getMessage();
        }
    }

    private static void forceWithSystem(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
