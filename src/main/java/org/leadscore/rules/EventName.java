package org.leadscore.rules;

import org.leadscore.problem.Location;

/** Where the name of a row's event comes from. */
public sealed interface EventName {

    record FromColumn(Field column) implements EventName {

        /** What it is where the rule file does not say: the column {@code event}. */
        static FromColumn usual(Location at) {
            return new FromColumn(Field.column("event", at));
        }
    }

    record Constant(String name) implements EventName {}
}
