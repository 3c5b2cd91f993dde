package org.leadscore.rules.source;

import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;

/** The origin of the name of a row's event. */
public sealed interface EventName {

    /** A column that holds the name. */
    record FromColumn(Field column) implements EventName {

        /** The column {@code event}, for a log of which the rule file names none. */
        public static FromColumn usual(Location at) {
            return new FromColumn(Field.column("event", at));
        }
    }

    /** One name that all rows have. */
    record Constant(String name) implements EventName {}
}
