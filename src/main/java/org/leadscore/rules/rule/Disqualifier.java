package org.leadscore.rules.rule;

import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.NumberRange;

/** A condition that takes a lead out of the ranking, whatever its score, one of the key {@code disqualify}. */
public sealed interface Disqualifier {

    String name();

    /** Holds by the contact's fields. */
    record When(String name, Condition when) implements Disqualifier {}

    /**
     * Holds by what the lead did: the count of events is in the range. The window is in milliseconds, or
     * {@link Award#UNLIMITED}.
     */
    record Did(String name, Condition did, Count count, long within, NumberRange times) implements Disqualifier {}
}
