package org.leadscore.rules.rule;

/** A floor and a ceiling for points, in millionths. */
public record Bounds(long min, long max) {

    /** Bounds that hold nothing back. */
    public static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

    /** The points, in millionths, or the bound that they are beyond. */
    public long hold(long points) {
        return Math.max(min, Math.min(max, points));
    }
}
