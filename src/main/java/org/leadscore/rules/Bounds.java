package org.leadscore.rules;

/** A floor and a ceiling for points, in millionths. */
public record Bounds(long min, long max) {

    public static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

    public long hold(long points) {
        return Math.max(min, Math.min(max, points));
    }
}
