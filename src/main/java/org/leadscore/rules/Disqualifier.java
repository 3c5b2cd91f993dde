package org.leadscore.rules;

/** What takes a lead out of the ranking. */
public sealed interface Disqualifier {

    String name();

    /** Holds by the contact's fields. */
    record When(String name, Condition when) implements Disqualifier {}

    /** Holds by what the lead did: the count of events within the window is in the range. */
    record Did(String name, Condition did, Count count, long within, NumberRange times) implements Disqualifier {}
}
