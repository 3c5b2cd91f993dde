package org.leadscore.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A temporary file: blocks of bytes, appended and read back. Safe for several threads. */
public final class SpillFile implements AutoCloseable {

    private final SpillPlace place;
    private final FileChannel channel;

    /** Bytes that were appended, those that are still being written included. */
    private long length;

    SpillFile(SpillPlace place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    /**
     * Appends a block.
     *
     * @return the byte of the file at which it begins
     * @throws org.leadscore.problem.OutputException when there is no room on disk
     */
    public long append(byte[] block) {
        long at;
        synchronized (this) {
            at = length;
            length += block.length;
        }
        ByteBuffer rest = ByteBuffer.wrap(block);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest, at + rest.position());
            }
        } catch (IOException failure) {
            throw place.trouble(failure);
        }
        return at;
    }

    /**
     * Reads so many bytes of what was appended, from a byte of the file on.
     *
     * @throws org.leadscore.problem.OutputException when the file cannot be read
     */
    public byte[] read(long at, int count) {
        ByteBuffer block = ByteBuffer.allocate(count);
        try {
            while (block.hasRemaining()) {
                if (channel.read(block, at + block.position()) < 0) {
                    throw new IllegalStateException("a spilled file is shorter than what was written");
                }
            }
        } catch (IOException failure) {
            throw place.trouble(failure);
        }
        return block.array();
    }

    synchronized long length() {
        return length;
    }

    /** Gives back the room on disk. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // the system gives the room back when the process ends
        }
    }
}
