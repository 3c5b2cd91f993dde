package org.leadscore.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A temporary file: blocks of bytes, appended and read back. Safe for several threads. */
public final class SpillFile implements AutoCloseable {

    private final SpillPlace place;
    private final FileChannel channel;
    private long length;

    SpillFile(SpillPlace place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    /**
     * Appends a block.
     *
     * @return where it begins
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

    /** The bytes of a block that was appended. */
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

    /** Gives its room back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // the system gives the room back when the process ends
        }
    }
}
