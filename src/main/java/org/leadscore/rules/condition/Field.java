package org.leadscore.rules.condition;

import org.leadscore.problem.Location;

/**
 * A column, or a property of an event, that a condition looks at.
 *
 * @param name the column's name as the header has it; for {@link Kind#EVENT} and {@link Kind#LOG} the word itself
 * @param at the place where the rule file names it
 */
public record Field(Kind kind, String name, Location at) {

    /** The kind of a field. */
    public enum Kind {
        /** A column of the contact list or of a log. */
        COLUMN,
        /** The name of the event, wherever its log keeps it. */
        EVENT,
        /** The name of the event's source. */
        LOG
    }

    /** A column, by its name in the header. */
    public static Field column(String name, Location at) {
        return new Field(Kind.COLUMN, name, at);
    }

    /** True when both are the same field, wherever they were written. */
    public boolean sameAs(Field other) {
        return kind == other.kind && name.equals(other.name);
    }
}
