package org.leadscore.rules.source;

import java.util.List;
import java.util.function.Function;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;

/** The origin of the name of a row's event. */
public sealed interface EventName {

    /** The columns that it is read from. */
    List<Field> fields();

    /** Answers by the function that is for this form. */
    <R> R choose(Function<FromColumn, R> fromColumn, Function<Constant, R> constant);

    /** A column that holds the name. */
    record FromColumn(Field column) implements EventName {

        /** The column {@code event}, for a log of which the rule file names none. */
        public static FromColumn usual(Location at) {
            return new FromColumn(Field.column("event", at));
        }

        @Override
        public List<Field> fields() {
            return List.of(column);
        }

        @Override
        public <R> R choose(Function<FromColumn, R> fromColumn, Function<Constant, R> constant) {
            return fromColumn.apply(this);
        }
    }

    /** One name that all rows have. */
    record Constant(String name) implements EventName {
        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public <R> R choose(Function<FromColumn, R> fromColumn, Function<Constant, R> constant) {
            return constant.apply(this);
        }
    }
}
