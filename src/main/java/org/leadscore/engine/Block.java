package org.leadscore.engine;

import java.io.Serializable;

/** Parcels on their way to one shard of a job. Immutable as long as nobody changes the array. */
public final class Block implements Serializable {

    private final int shard;
    private final byte[] bytes;

    Block(int shard, byte[] bytes) {
        this.shard = shard;
        this.bytes = bytes;
    }

    /** From 0. */
    public int shard() {
        return shard;
    }

    public byte[] bytes() {
        return bytes;
    }
}
