package org.leadscore.engine.files;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The number of bytes of memory that may be taken by structures that grow with the data. Whatever grows takes first,
 * and about as many bytes as it will need; a promise about memory rests on that. Made by {@code MemoryBudget}. Safe to share
 * among threads.
 */
public final class Allowance {

    /** Number of bytes in all. */
    private final long bytes;

    /** Number of bytes that each lead will need besides, later. */
    private final long ofLead;

    /** Number of bytes that are left; below 0 after a refusal. */
    private final AtomicLong left;

    /**
     * An allowance of which nothing is taken.
     *
     * @param bytes number of bytes in all
     * @param ofLead number of bytes that each lead will need besides, later
     */
    public Allowance(long bytes, long ofLead) {
        this.bytes = bytes;
        this.ofLead = ofLead;
        this.left = new AtomicLong(bytes);
    }

    /** An allowance that refuses nothing. */
    public static Allowance unlimited() {
        return new Allowance(Long.MAX_VALUE / 2, 0);
    }

    /**
     * Takes so many bytes.
     *
     * @throws DoesNotFit when no more are left
     */
    public void take(long more) {
        if (left.addAndGet(-more) < 0) {
            throw new DoesNotFit();
        }
    }

    /**
     * Takes the bytes that so many leads will need besides.
     *
     * @throws DoesNotFit when no more are left
     */
    public void takeForLeads(int leads) {
        take(leads * ofLead);
    }

    /** Gives so many bytes back. */
    public void giveBack(long less) {
        left.addAndGet(less);
    }

    /** Tells whether so many leads might fit, going by the bytes that each needs besides alone. */
    public boolean mightHold(long leads) {
        return leads * ofLead <= bytes;
    }

    /** Number of bytes that are taken. */
    public long taken() {
        return bytes - left.get();
    }

    /** Gives back all bytes that were taken beyond this number, which {@link #taken} answered before. */
    public void backTo(long taken) {
        left.set(bytes - taken);
    }
}
