package org.leadscore.spill;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;

/**
 * Deals records out to parts by a hash: all records of one hash are in one part, which is read back by itself, in the
 * order in which its records came. A part that proves too large is dealt out again. Safe for several threads.
 */
public final class PartFiles implements AutoCloseable {

    private static final int MOST_AGAIN = 16;

    /** The place for the files of further deals. */
    private final SpillPlace place;

    /** The records of each part, in one temporary file. */
    private final ShardFiles shards;

    /** About how many bytes of a part go to disk at once. */
    private final int blockBytes;

    /** Number of times that these records were dealt out before; mixed into the hash. */
    private final int round;

    /** The part of an earlier deal whose records are dealt out again; null in the first deal. */
    private final @Nullable Part whole;

    /**
     * A deal without records.
     *
     * @param parts number of parts
     * @param blockBytes about how many bytes of a part go to disk at once
     */
    public PartFiles(SpillPlace place, int parts, int blockBytes) {
        this(place, parts, blockBytes, 0, null);
    }

    private PartFiles(SpillPlace place, int parts, int blockBytes, int round, @Nullable Part whole) {
        this.place = place;
        this.shards = new ShardFiles(place, parts, blockBytes);
        this.blockBytes = blockBytes;
        this.round = round;
        this.whole = whole;
    }

    /** The number of parts. */
    public int parts() {
        return shards.count();
    }

    /** The number of the part of this hash. */
    public int of(long hash) {
        return (int) Long.remainderUnsigned(spread(hash + round), shards.count());
    }

    /** Takes a record, which is copied. */
    public void put(long hash, Packing record) {
        shards.put(of(hash), hash, record);
    }

    /** Writes what is held in memory. */
    public void flush() {
        shards.flush();
    }

    /** The part of this number, as far as it was written: {@link #flush} comes first. */
    public Part part(int number) {
        return new Part(number);
    }

    /** Gives back the room on disk. */
    @Override
    public void close() {
        shards.close();
    }

    /**
     * Mixes the bits of a hash, so that hashes that fell into one part in one round fall into different parts in the
     * next.
     */
    private static long spread(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 32;
    }

    /** One part of a deal: the records of some of the hashes. */
    public final class Part {

        private final int number;

        private Part(int number) {
            this.number = number;
        }

        /** Blocks of whole records; {@link #next} goes to each of them. */
        public Iterator<byte[]> blocks() {
            return shards.blocks(number);
        }

        /** Tells whether records of this hash are in this part, in every round so far. */
        public boolean isOf(long hash) {
            return of(hash) == number && (whole == null || whole.isOf(hash));
        }

        /** Number of bytes on disk, with what stands before each record. */
        public long bytes() {
            return shards.bytes(number);
        }

        /** Tells whether all records have one hash, so that the part cannot be dealt out again. */
        public boolean isOfOneHash() {
            long first = 0;
            boolean isFirst = true;
            for (Iterator<byte[]> blocks = blocks(); blocks.hasNext(); ) {
                Unpacking in = new Unpacking(blocks.next());
                while (in.hasMore()) {
                    long hash = in.word();
                    in.skip((int) in.number());
                    if (!isFirst && hash != first) {
                        return false;
                    }
                    first = hash;
                    isFirst = false;
                }
            }
            return true;
        }

        /** Deals the records out to sixteen smaller parts. The caller closes the deal. */
        public PartFiles again() {
            PartFiles smaller = new PartFiles(place, MOST_AGAIN, blockBytes, round + 1, this);
            Packing record = new Packing();
            for (Iterator<byte[]> blocks = blocks(); blocks.hasNext(); ) {
                byte[] block = blocks.next();
                Unpacking in = new Unpacking(block);
                while (in.hasMore()) {
                    long hash = in.word();
                    int length = (int) in.number();
                    record.clear();
                    record.append(block, in.at(), length);
                    in.skip(length);
                    smaller.put(hash, record);
                }
            }
            smaller.flush();
            return smaller;
        }
    }

    /** Skips the hash and the length of the next record of a block, so that its contents are read next. */
    public static void next(Unpacking in) {
        in.word();
        in.number();
    }
}
