package org.leadscore.engine;

/**
 * Something that an event can be told by.
 *
 * @param column {@link #EVENT} for the name of the event, else a column of a log
 * @param value folded
 * @param isPrefix whether values that begin with it have it too
 */
public record Trait(String column, String value, boolean isPrefix) {

    /** In the place of a column: the name of the event. */
    public static final String EVENT = "event";
}
