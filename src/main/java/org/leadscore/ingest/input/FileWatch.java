package org.leadscore.ingest.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.FileState;

/**
 * A watch over a file: the first opening decides what it is, and at its end and when it is opened again it has to be the same.
 * All {@link FileInput}s of a run that stand for the same file share one, whatever their paths, and threads may.
 */
final class FileWatch {

    private static final int BLOCK = 1 << 16;

    private final boolean growing; // true for a log that others add to

    /** The file when it was first opened; null before that, and for a pipe. */
    private @Nullable FileState first;

    /** Number of bytes to be read, or of those that came out of a pipe; −1 when that is not known yet. */
    private long length = -1;

    /** The CRC-32C of those bytes; null when they have not been read from the first to the last. */
    private @Nullable Long checksum;

    FileWatch(boolean growing) {
        this.growing = growing;
    }

    boolean isGrowing() {
        return growing;
    }

    /** The file when it was first opened; null before that, and for a pipe. */
    synchronized @Nullable FileState first() {
        return first;
    }

    /** Number of bytes to be read, or of those that came out of a pipe; −1 when that is not known yet. */
    synchronized long length() {
        return length;
    }

    /** The CRC-32C of those bytes; null as long as they have not been read from the first to the last. */
    synchronized @Nullable Long checksum() {
        return checksum;
    }

    /** True when bytes stand behind those that are to be read. */
    synchronized boolean endsUnfinished() {
        return first != null && length < first.size();
    }

    /**
     * Takes note of the opened file, and tells how many bytes of it are to be read.
     *
     * @param before the state of the file before it was opened
     */
    synchronized long opened(Path path, String name, FileState before, SeekableByteChannel channel) throws IOException {
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

    /** Refuses a file that is not as it was when it was first opened. */
    void requireUnchanged(Path path, String name) throws IOException {
        FileState opened = first();
        if (opened != null) {
            opened.requireSame(path, name, growing);
        }
    }

    /** Takes note of the end of the file. */
    void ended(Path path, String name, long bytes, @Nullable Long sum) throws IOException {
        requireUnchanged(path, name);
        requireSame(name, bytes, sum);
    }

    /** Takes note of the end of a pipe. */
    synchronized void endedPipe(long bytes, @Nullable Long sum) {
        length = bytes;
        checksum = sum;
    }

    private synchronized void requireSame(String name, long bytes, @Nullable Long sum) {
        if (bytes != length) {
            throw FileState.changed(
                    name,
                    "it had " + FileState.bytes(length) + " when it was opened, and " + FileState.bytes(bytes)
                            + " were read");
        }
        if (checksum != null && sum != null && !checksum.equals(sum)) {
            throw FileState.changed(name, "it was read twice, and its bytes were not the same");
        }
        checksum = checksum == null ? sum : checksum;
    }

    /** Number of bytes up to the last line end, that included. */
    private static long lastLineEnd(SeekableByteChannel channel, long size) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long end = size;
        while (end > 0) {
            long start = Math.max(0, end - BLOCK);
            block.clear().limit((int) (end - start));
            channel.position(start);
            int read;
            do {
                read = channel.read(block);
            } while (read >= 0 && block.hasRemaining());
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
