package org.leadscore.lead;

import java.time.LocalDateTime;

/** One way of writing times; a {@link TimeFormat} tries one or several of them. Immutable. */
interface TimeForm {

    /** Reads a stripped text in milliseconds since 1970 UTC, floored, or answers {@link TimeFormat#NONE}. */
    long millis(String text);

    /** True for a text in this form that names a day and no time of the day. */
    boolean isDay(String text);

    /** The form as rule files name it. */
    String named();

    /** Words for the look of a time in this form, to go behind "a time". */
    String description();

    /** Writes a time in this form, as far as the form goes: the minute of a day is lost in the form of a date. */
    String write(LocalDateTime time);
}
