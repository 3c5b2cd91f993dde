package org.leadscore.cli.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory of this run in the system's place for such, which only this user may look into. Deleted with all that is
 * in it when it is closed, and when the process is ended by a signal: people's data must not stay behind.
 */
final class TemporaryDirectory implements AutoCloseable {

    private final Path path;
    private final Thread onSignal = new Thread(this::delete, "leadscore-temporary");

    /** Makes the directory. */
    TemporaryDirectory() throws IOException {
        path = Files.createTempDirectory("leadscore-");
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    /** The place of the directory. */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException shuttingDown) {
            // then it runs
        }
    }

    private synchronized void delete() {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(TemporaryDirectory::deleteOne);
        } catch (IOException gone) {
            // nothing to delete
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // in the system's directory for such files
        }
    }
}
