package org.leadscore.rules.source;

import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;

/** The value that identifies the lead of a row. */
public sealed interface LeadKey {

    /**
     * An id that stands in columns.
     *
     * @param exact whether the case of the id counts; white space around it never does
     */
    record Named(Columns columns, boolean exact) implements LeadKey {

        /** The column {@code email}, for a source of which the rule file names none. */
        public static Named usual(Location at, boolean exact) {
            return new Named(Columns.of(Field.column("email", at)), exact);
        }
    }

    /** The number of the row, from 1; only for contact lists and their outcomes. */
    record RowNumber() implements LeadKey {}
}
