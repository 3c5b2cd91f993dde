package org.leadscore.engine.cluster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.leadscore.lead.Packing;

/**
 * Packs the parcels of a task into blocks, by the shard that awaits them, and hands the blocks out while the work goes
 * on. Not thread-safe.
 */
final class Outbox implements Iterator<Parcel> {

    /** The kind of a parcel, written before it: the state of a lead. */
    static final int LEAD = 0;

    /** The kind of a parcel that is an event with a key. */
    static final int KEYED = 1;

    /** The kind of a parcel that is an event without a key. */
    static final int FREE = 2;

    /** The kind of a parcel that is a report. */
    static final int REPORT = 3;

    private static final int FULL = 1 << 17;

    /** Makes the parcels of a task, a few at a time. */
    interface Work {
        /** Makes some parcels; false when there are no more to come. */
        boolean goOn(Outbox out);
    }

    private final Work work;

    /** The block of each shard that is being filled. */
    private final Packing[] open;

    /** Blocks that are not handed out yet. */
    private final Queue<Parcel> ready = new ArrayDeque<>();

    /** Tells whether the work has no more parcels. */
    private boolean ended;

    /**
     * The parcels of some work.
     *
     * @param shards number of shards of leads or of keys, whichever is larger
     */
    Outbox(Work work, int shards) {
        this.work = work;
        open = new Packing[shards];
        Arrays.setAll(open, any -> new Packing());
    }

    /** The packing to which the next parcel for a shard is written; its kind is written already. */
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
    public Parcel next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void send(int shard) {
        if (open[shard].length() > 0) {
            ready.add(new Parcel(shard, open[shard].toBytes()));
            open[shard].clear();
        }
    }
}
