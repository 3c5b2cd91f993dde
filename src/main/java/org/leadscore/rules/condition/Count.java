package org.leadscore.rules.condition;

/** The unit in which a rule counts the events that match. */
public sealed interface Count {

    /** Counts every event. */
    record Events() implements Count {}

    /** Counts calendar days with a match, in the time zone of the rule file. */
    record Days() implements Count {}

    /** Counts visits: matches that lie no more than the visit gap apart are one visit. */
    record Visits() implements Count {}

    /** Counts different values of a column, compared as text is; blank ones count for nothing. */
    record Distinct(Field column) implements Count {}
}
