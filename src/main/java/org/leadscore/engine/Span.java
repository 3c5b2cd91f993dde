package org.leadscore.engine;

/** From when to when something reaches, in milliseconds since 1970 UTC; both ends are in it. */
public record Span(long oldest, long newest) {

    /** That of nothing. */
    public static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    public boolean isEmpty() {
        return newest < oldest;
    }
}
