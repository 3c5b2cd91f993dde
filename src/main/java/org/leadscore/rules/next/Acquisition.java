package org.leadscore.rules.next;

import org.leadscore.rules.condition.Field;

/** The key {@code acquisition} of a rule file: the source of the words that say how a lead came. */
public sealed interface Acquisition {

    /** The column that holds the name of the source. */
    Field column();

    /** A field of the contact. */
    record OfContact(Field column) implements Acquisition {}

    /**
     * A column of an event that has something in it.
     *
     * @param first whether the lead's first such event counts, or its last
     */
    record OfEvents(Field column, boolean first) implements Acquisition {}
}
