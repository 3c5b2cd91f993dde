package org.leadscore.rules;

/** What a rule counts in the events that match. */
public sealed interface Count {

    record Events() implements Count {}

    /** Calendar days with a match. */
    record Days() implements Count {}

    /** Matches that lie no more than the visit gap apart are one visit. */
    record Visits() implements Count {}

    /** Different values of a column, compared as text is; blank ones count for nothing. */
    record Distinct(Field column) implements Count {}
}
