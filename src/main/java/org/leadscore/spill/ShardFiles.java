package org.leadscore.spill;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;

/**
 * Sets records aside by shard; each shard is read back by itself, in the order in which its records came. Holds in
 * memory a block of each shard that is written to, and the place of each block on disk. Safe for several threads.
 */
public final class ShardFiles implements AutoCloseable {

    private final SpillFile file;
    private final int blockBytes;
    private final Shard[] shards;

    /** The records of one shard: a block in memory and the places of the blocks on disk. */
    private static final class Shard {

        /** The block that is being filled; null until the next record comes. */
        private @Nullable Packing open;

        /** Byte of the file at which each block on disk begins. */
        private long[] places = new long[2];

        /** Length in bytes of each block on disk. */
        private int[] lengths = new int[2];

        /** Number of blocks on disk. */
        private int blocks;
    }

    /**
     * Shards without records.
     *
     * @param shards number of shards
     * @param blockBytes about how many bytes go to disk at once
     */
    public ShardFiles(SpillPlace place, int shards, int blockBytes) {
        this.file = place.newFile();
        this.blockBytes = blockBytes;
        this.shards = new Shard[shards];
        Arrays.setAll(this.shards, any -> new Shard());
    }

    /** Number of shards. */
    public int count() {
        return shards.length;
    }

    /** Takes a record, which is copied. */
    public void put(int number, Packing record) {
        Shard shard = shards[number];
        synchronized (shard) {
            Packing open = opened(shard);
            open.append(record);
            writeIfFull(shard, open);
        }
    }

    /** Takes a record, which is copied, and writes its hash and its length before it, for {@link PartFiles}. */
    void put(int number, long hash, Packing record) {
        Shard shard = shards[number];
        synchronized (shard) {
            Packing open = opened(shard);
            open.word(hash);
            open.bytes(record);
            writeIfFull(shard, open);
        }
    }

    /** The bytes on disk of a shard that was flushed. */
    long bytes(int number) {
        Shard shard = shards[number];
        return Arrays.stream(shard.lengths, 0, shard.blocks).asLongStream().sum();
    }

    private static Packing opened(Shard shard) {
        Packing open = shard.open;
        if (open == null) {
            open = new Packing();
            shard.open = open;
        }
        return open;
    }

    private void writeIfFull(Shard shard, Packing open) {
        if (open.length() >= blockBytes) {
            write(shard, open);
            open.clear();
        }
    }

    /** Writes the open block of a shard to disk and lets go of it. */
    public void flush(int number) {
        Shard shard = shards[number];
        synchronized (shard) {
            Packing open = shard.open;
            if (open != null && open.length() > 0) {
                write(shard, open);
            }
            shard.open = null;
        }
    }

    /** Writes the open blocks of all shards to disk. */
    public void flush() {
        for (int shard = 0; shard < shards.length; shard++) {
            flush(shard);
        }
    }

    /** The blocks of a shard that was flushed; each holds whole records. */
    public Iterator<byte[]> blocks(int number) {
        Shard shard = shards[number];
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < shard.blocks;
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int block = next++;
                return file.read(shard.places[block], shard.lengths[block]);
            }
        };
    }

    /** Gives back the room on disk. */
    @Override
    public void close() {
        file.close();
    }

    private void write(Shard shard, Packing block) {
        if (shard.blocks == shard.places.length) {
            shard.places = Arrays.copyOf(shard.places, 2 * shard.blocks);
            shard.lengths = Arrays.copyOf(shard.lengths, 2 * shard.blocks);
        }
        shard.lengths[shard.blocks] = block.length();
        shard.places[shard.blocks++] = file.append(block.toBytes());
    }
}
