package org.leadscore.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An input of a file of this machine, or of a pipe that has a path. */
record FileInput(Path path, String name) implements Input {

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException unknown) {
            return -1;
        }
    }

    @Override
    public @Nullable String place() {
        return isRepeatable() ? path.toAbsolutePath().toUri().toString() : null;
    }

    @Override
    public boolean isRepeatable() {
        return Files.isRegularFile(path);
    }
}
