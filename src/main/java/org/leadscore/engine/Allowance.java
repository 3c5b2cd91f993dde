package org.leadscore.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of memory may be taken by what grows with the data. Whoever grows says so first, and about by how much; that is
 * what a promise about memory rests on. Safe to share among threads.
 */
final class Allowance {

    private final long bytes;
    private final long ofLead;
    private final AtomicLong left;

    /** @param ofLead what else is needed for each lead, later */
    Allowance(long bytes, long ofLead) {
        this.bytes = bytes;
        this.ofLead = ofLead;
        this.left = new AtomicLong(bytes);
    }

    /** As much as there is. */
    static Allowance unlimited() {
        return new Allowance(Long.MAX_VALUE / 2, 0);
    }

    /** @throws DoesNotFit when no more is left */
    void take(long more) {
        if (left.addAndGet(-more) < 0) {
            throw new DoesNotFit();
        }
    }

    /** Likewise, for what so many leads will need besides. */
    void takeForLeads(int leads) {
        take(leads * ofLead);
    }

    void giveBack(long less) {
        left.addAndGet(less);
    }

    /** Whether so many leads might fit, of whom nothing is known but that. */
    boolean mightHold(long leads) {
        return leads * ofLead <= bytes;
    }

    long taken() {
        return bytes - left.get();
    }

    /** What was taken since then is not needed any more. */
    void backTo(long taken) {
        left.set(bytes - taken);
    }
}
