package org.leadscore.engine.cluster;

import java.io.Serializable;

/**
 * Parcels on their way to one shard of a job. Made by {@link Outbox}, moved by a {@link Cluster}. The array must not
 * be changed.
 */
public final class Parcel implements Serializable {

    private final int shard;
    private final byte[] bytes;

    Parcel(int shard, byte[] bytes) {
        this.shard = shard;
        this.bytes = bytes;
    }

    /** The number of the shard, from 0. */
    public int shard() {
        return shard;
    }

    /** The parcels one behind the other; not copied. */
    public byte[] bytes() {
        return bytes;
    }
}
