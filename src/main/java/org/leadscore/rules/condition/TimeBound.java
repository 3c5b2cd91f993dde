package org.leadscore.rules.condition;

/** The edge of a range of times: a fixed moment, or one that moves with the as-of time. */
public sealed interface TimeBound {

    /** The bound in milliseconds since 1970 UTC, given the as-of time in the same unit. */
    long millis(long asOf);

    /**
     * The last moment that counts as after the bound, in the same unit: none for a fixed bound, the as-of time for one that
     * moves with it, as "in the last 7 days" is not about the future.
     */
    long last(long asOf);

    /** A fixed moment, in milliseconds since 1970 UTC. */
    record Moment(long at) implements TimeBound {
        @Override
        public long millis(long asOf) {
            return at;
        }

        @Override
        public long last(long asOf) {
            return Long.MAX_VALUE;
        }
    }

    /** A moment so many milliseconds before the as-of time. */
    record Ago(long duration) implements TimeBound {
        @Override
        public long millis(long asOf) {
            return asOf - duration;
        }

        @Override
        public long last(long asOf) {
            return asOf;
        }
    }
}
