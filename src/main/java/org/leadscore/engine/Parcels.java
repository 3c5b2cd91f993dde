package org.leadscore.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.leadscore.lead.Packing;

/**
 * Packs what a task has for others into blocks, by the shard where each parcel is awaited, and hands the blocks out while the
 * work goes on. Not thread-safe.
 */
final class Parcels implements Iterator<Block> {

    /** What a parcel holds, written before it: the state of a lead, a keyed event, one without a key, or a report. */
    static final int LEAD = 0;

    static final int KEYED = 1;
    static final int FREE = 2;
    static final int REPORT = 3;

    private static final int FULL = 1 << 17;

    /** Makes parcels, a few at a time. */
    interface Work {
        /** False when there are no more to come. */
        boolean goOn(Parcels out);
    }

    private final Work work;
    private final Packing[] open;
    private final Queue<Block> ready = new ArrayDeque<>();
    private boolean ended;

    /** @param shards how many there are of leads and of keys, whichever are more */
    Parcels(Work work, int shards) {
        this.work = work;
        open = new Packing[shards];
        Arrays.setAll(open, any -> new Packing());
    }

    /** Where the next parcel for a shard is written. */
    Packing to(int shard, int kind) {
        Packing packing = open[shard];
        if (packing.length() > FULL) {
            send(shard);
        }
        packing.number(kind);
        return packing;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            if (!work.goOn(this)) {
                ended = true;
                for (int shard = 0; shard < open.length; shard++) {
                    send(shard);
                }
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Block next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void send(int shard) {
        if (open[shard].length() > 0) {
            ready.add(new Block(shard, open[shard].toBytes()));
            open[shard].clear();
        }
    }
}
