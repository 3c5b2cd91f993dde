package org.leadscore.engine.leads;

/** A span of time from the oldest to the newest moment, both included, in milliseconds since 1970 UTC. */
public record Span(long oldest, long newest) {

    /** The span of no moment. */
    public static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    /** True when no moment is in it. */
    public boolean isEmpty() {
        return newest < oldest;
    }
}
