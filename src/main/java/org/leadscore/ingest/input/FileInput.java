package org.leadscore.ingest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.FileState;

/**
 * An input of a file of this machine, or of a pipe that has a path. The first opening decides what the file is: at its end and
 * when it is opened again it has to be the same. Threads may share it.
 */
final class FileInput implements Input {

    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final String name;
    private final boolean growing; // true for a log that others add to

    /** The file when it was first opened; null before that, and for a pipe. */
    private @Nullable FileState first;

    /** Number of bytes to be read, or of those that came out of a pipe; −1 when that is not known yet. */
    private long length = -1;

    /** The CRC-32C of those bytes; null when they have not been read from the first to the last. */
    private @Nullable Long checksum;

    FileInput(Path path, String name, boolean growing) {
        this.path = path;
        this.name = name;
        this.growing = growing;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() throws IOException {
        FileState before = FileState.of(path);
        if (before == null) {
            return new WatchedStream(Files.newInputStream(path), this::endOfPipe);
        }
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            long bytes = opened(before, channel);
            InputStream whole = Channels.newInputStream(channel);
            return new WatchedStream(growing ? new LimitedStream(whole, bytes) : whole, this::end);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public synchronized long size() {
        if (length >= 0) {
            return length;
        }
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

    @Override
    public Input growing() {
        return growing ? this : new FileInput(path, name, true);
    }

    @Override
    public boolean isGrowing() {
        return growing && isRepeatable();
    }

    @Override
    public synchronized boolean endsUnfinished() {
        return first != null && length < first.size();
    }

    @Override
    public void requireUnchanged() throws IOException {
        FileState opened = first();
        if (opened != null) {
            opened.requireSame(path, name, growing);
        }
    }

    @Override
    public synchronized Optional<InputFacts> facts() {
        FileState opened = first;
        return length < 0
                ? Optional.empty()
                : Optional.of(new InputFacts(
                        name,
                        opened == null ? null : path.toAbsolutePath().toUri().toString(),
                        length,
                        opened == null ? null : opened.modified().toInstant(),
                        checksum,
                        growing));
    }

    private synchronized @Nullable FileState first() {
        return first;
    }

    /** Takes note of the opened file, and tells how many bytes of it are to be read. */
    private synchronized long opened(FileState before, SeekableByteChannel channel) throws IOException {
        before.requireSameFile(FileState.of(path), name);
        FileState now = before.withSize(channel.size());
        FileState opened = first;
        if (opened == null) {
            first = now;
            length = growing ? lastLineEnd(channel, now.size()) : now.size();
        } else {
            opened.requireSame(now, name, growing);
        }
        return length;
    }

    private void end(long bytes, @Nullable Long sum) throws IOException {
        requireUnchanged();
        endOf(bytes, sum);
    }

    private synchronized void endOf(long bytes, @Nullable Long sum) {
        if (bytes != length) {
            throw FileState.changed(
                    name, "it had " + FileState.bytes(length) + " when it was opened, and " + bytes + " were read");
        }
        if (checksum != null && sum != null && !checksum.equals(sum)) {
            throw FileState.changed(name, "it was read twice, and its bytes were not the same");
        }
        checksum = checksum == null ? sum : checksum;
    }

    private synchronized void endOfPipe(long bytes, @Nullable Long sum) {
        length = bytes;
        checksum = sum;
    }

    /** Number of bytes up to the last line end, that included. */
    private static long lastLineEnd(SeekableByteChannel channel, long size) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long end = size;
        while (end > 0) {
            long start = Math.max(0, end - BLOCK);
            block.clear().limit((int) (end - start));
            channel.position(start);
            while (block.hasRemaining() && channel.read(block) >= 0) {
                continue;
            }
            for (int at = block.position() - 1; at >= 0; at--) {
                if (block.get(at) == '\n' || block.get(at) == '\r') {
                    channel.position(0);
                    return start + at + 1;
                }
            }
            end = start;
        }
        channel.position(0);
        return 0;
    }
}
