package org.leadscore.engine.past;

/**
 * A property of an event that a rule could ask for: a value in a column, or its beginning. Made by {@link Traits}.
 *
 * @param column {@link #EVENT} for the name of the event, else a column of a log
 * @param value folded
 * @param isPrefix whether values that only begin with it have it too
 */
public record Trait(String column, String value, boolean isPrefix) {

    /** The word that stands for the name of the event in place of a column. */
    public static final String EVENT = "event";
}
