package org.leadscore.rules;

/** The edge of a range of times: a fixed moment, or one that moves with the as-of time. */
public sealed interface TimeBound {

    /** Milliseconds since 1970 UTC. */
    long millis(long asOf);

    record Moment(long at) implements TimeBound {
        @Override
        public long millis(long asOf) {
            return at;
        }
    }

    record Ago(long duration) implements TimeBound {
        @Override
        public long millis(long asOf) {
            return asOf - duration;
        }
    }
}
