package org.leadscore.rules.condition;

/** The edge of a range of times: a fixed moment, or one that moves with the as-of time. */
public sealed interface TimeBound {

    /** The bound in milliseconds since 1970 UTC, given the as-of time in the same unit. */
    long millis(long asOf);

    /** A fixed moment, in milliseconds since 1970 UTC. */
    record Moment(long at) implements TimeBound {
        @Override
        public long millis(long asOf) {
            return at;
        }
    }

    /** A moment so many milliseconds before the as-of time. */
    record Ago(long duration) implements TimeBound {
        @Override
        public long millis(long asOf) {
            return asOf - duration;
        }
    }
}
