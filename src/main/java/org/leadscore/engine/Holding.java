package org.leadscore.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** How many leads, how many keys of events, and about how many bytes of rejects are held in memory at most. */
record Holding(int leads, int keys, long rejectBytes) {

    /** As many as there are. */
    static final Holding ALL = new Holding(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    LeadDirectory directory(Objections objections) {
        LeadDirectory directory = objections.directory();
        directory.holdAtMost(leads);
        return directory;
    }

    /** To be told of rejects, from any thread. */
    LongConsumer rejects() {
        AtomicLong held = new AtomicLong();
        return bytes -> {
            if (held.addAndGet(bytes) > rejectBytes) {
                throw new DoesNotFit();
            }
        };
    }

    EventKeys eventKeys() {
        return new EventKeys(keys);
    }
}
