package org.leadscore.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.FileState;

/**
 * An input of a file of this machine, or of a pipe that has a path.
 *
 * @param watch sees to it that the file stays the same
 */
record FileInput(Path path, String name, FileWatch watch) implements Input {

    FileInput(Path path, String name) {
        this(path, name, new FileWatch(false));
    }

    @Override
    public InputStream open() throws IOException {
        watch.requireUnchanged(path, name);
        FileState before = FileState.of(path);
        if (before == null) {
            return new WatchedStream(Files.newInputStream(path), watch::endedPipe);
        }
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            long length = watch.opened(path, name, before, channel);
            InputStream whole = Channels.newInputStream(channel);
            InputStream wanted = watch.isGrowing() ? new LimitedStream(whole, length) : whole;
            return new WatchedStream(wanted, (bytes, checksum) -> watch.ended(path, name, bytes, checksum));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public InputStream openAt(long from) throws IOException {
        watch.requireUnchanged(path, name);
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            channel.position(from);
            return Channels.newInputStream(channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public long size() {
        long known = watch.length();
        if (known >= 0) {
            return known;
        }
        try {
            return Files.size(path);
        } catch (IOException unknown) {
            return -1;
        }
    }

    @Override
    public @Nullable String place() {
        return isRepeatable() ? uri() : null;
    }

    @Override
    public boolean isRepeatable() {
        return Files.isRegularFile(path);
    }

    @Override
    public Input growing() {
        return watch.isGrowing() ? this : new FileInput(path, name, new FileWatch(true));
    }

    @Override
    public boolean isGrowing() {
        return watch.isGrowing() && isRepeatable();
    }

    @Override
    public boolean endsUnfinished() {
        return watch.endsUnfinished();
    }

    @Override
    public void requireUnchanged() throws IOException {
        watch.requireUnchanged(path, name);
    }

    @Override
    public @Nullable String key() {
        try {
            return isRepeatable() ? (watch.isGrowing() ? "+" : "=") + path.toRealPath() : null;
        } catch (IOException isGone) {
            return null; // which is told when it is opened
        }
    }

    @Override
    public Input like(Input other) {
        return other instanceof FileInput file ? new FileInput(path, name, file.watch) : this;
    }

    @Override
    public Optional<InputFacts> facts() {
        long length = watch.length();
        FileState first = watch.first();
        if (length < 0) {
            return Optional.empty();
        }
        return Optional.of(
                first == null
                        ? new InputFacts(name, null, length, null, watch.checksum(), false)
                        : new InputFacts(
                                name,
                                uri(),
                                length,
                                first.modified().toInstant(),
                                watch.checksum(),
                                watch.isGrowing()));
    }

    private String uri() {
        return path.toAbsolutePath().toUri().toString();
    }
}
