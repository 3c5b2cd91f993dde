package org.leadscore.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.condition.TimeBound;

/**
 * The rows of a source that do not count, such as totals: those of which a condition holds. Made by the reader of the rule
 * file, taken by {@code Table}, which hands out all other rows only.
 *
 * @param condition on columns alone, the same at any as-of time
 */
public record LeaveOut(Condition condition) {

    /** The rows of a log; its name, and one that all its events have, are put in for the words that stand for them. */
    public static LeaveOut ofLog(Condition condition, Dialect dialect, String log, EventName event) {
        return new LeaveOut(condition.choose(new OfLog(dialect, log, event)));
    }

    /** Every column that the condition looks at. */
    public List<Field> columns() {
        return condition.fields();
    }

    /** True when a test compares with a moment that moves with the as-of time. */
    public static boolean moves(Test test) {
        return test instanceof Test.WithinNext
                || test instanceof Test.OnSide side && side.bound() instanceof TimeBound.Ago
                || test.parts().stream().anyMatch(LeaveOut::moves);
    }

    /**
     * Makes a test of single rows.
     *
     * @param is makes the test of one column
     * @param filled makes the test that a column is not blank
     * @param there makes the test that a row has these columns; of a row that has not, the condition must hold whatever stands
     *     in them
     */
    public <R> Predicate<R> over(
            Function<Condition.Is, Predicate<R>> is,
            Function<Field, Predicate<R>> filled,
            Function<List<Field>, Predicate<R>> there) {
        return condition.choose(new OfRow<>(is, filled, there, false));
    }

    /** Puts constants of a log in for the fields that stand for them. */
    private record OfLog(Dialect dialect, String log, EventName event) implements Condition.Cases<Condition> {

        private static final Condition ALWAYS = new Condition.All(List.of());
        private static final Condition NEVER = new Condition.Any(List.of());

        @Override
        public Condition all(Condition.All all) {
            return new Condition.All(each(all.parts()));
        }

        @Override
        public Condition any(Condition.Any any) {
            return new Condition.Any(each(any.parts()));
        }

        @Override
        public Condition not(Condition.Not not) {
            return new Condition.Not(not.part().choose(this));
        }

        @Override
        public Condition is(Condition.Is is) {
            Field column = column(is.field());
            if (isColumn(is.field())) {
                return new Condition.Is(column, is.test());
            }
            Reading reading = dialect.reading(is.field().name(), 0);
            return is.test().holds(column.name(), reading) ? ALWAYS : NEVER;
        }

        @Override
        public Condition filled(Condition.Filled filled) {
            List<Field> columns = new ArrayList<>();
            filled.of().stream().filter(this::isColumn).map(this::column).forEach(columns::add);
            int always = filled.of().size() - columns.size();
            return filled.atMost() < always
                    ? NEVER
                    : new Condition.Filled(columns, Math.max(0, filled.atLeast() - always), filled.atMost() - always);
        }

        @Override
        public Condition ofLead(Condition.OfLead ofLead) {
            return ofLead;
        }

        @Override
        public Condition did(Condition.Did did) {
            return did;
        }

        private List<Condition> each(List<Condition> parts) {
            return parts.stream().map(part -> part.choose(this)).toList();
        }

        /** False where all rows have one value. */
        private boolean isColumn(Field field) {
            return switch (field.kind()) {
                case COLUMN -> true;
                case LOG -> false;
                case EVENT -> event.choose(from -> true, constant -> false);
            };
        }

        /** The column of a field; where there is none, its name is the value of all rows. */
        private Field column(Field field) {
            return switch (field.kind()) {
                case COLUMN -> field;
                case LOG -> Field.column(log, field.at());
                case EVENT ->
                    Field.column(event.choose(from -> from.column().name(), constant -> constant.name()), field.at());
            };
        }
    }

    /**
     * Makes a test of rows of each form of condition.
     *
     * @param negated true within a negation, so that what is not known must hold
     */
    private record OfRow<R>(
            Function<Condition.Is, Predicate<R>> tests,
            Function<Field, Predicate<R>> fills,
            Function<List<Field>, Predicate<R>> there,
            boolean negated)
            implements Condition.Cases<Predicate<R>> {

        @Override
        public Predicate<R> all(Condition.All all) {
            List<Predicate<R>> parts = each(all.parts());
            return row -> {
                for (Predicate<R> part : parts) {
                    if (!part.test(row)) {
                        return false;
                    }
                }
                return true;
            };
        }

        @Override
        public Predicate<R> any(Condition.Any any) {
            List<Predicate<R>> parts = each(any.parts());
            return row -> {
                for (Predicate<R> part : parts) {
                    if (part.test(row)) {
                        return true;
                    }
                }
                return false;
            };
        }

        @Override
        public Predicate<R> not(Condition.Not not) {
            return not.part().choose(new OfRow<>(tests, fills, there, !negated)).negate();
        }

        @Override
        public Predicate<R> is(Condition.Is is) {
            return known(is, tests.apply(is));
        }

        @Override
        public Predicate<R> filled(Condition.Filled filled) {
            List<Predicate<R>> columns = filled.of().stream().map(fills).toList();
            return known(filled, row -> {
                int count = 0;
                for (Predicate<R> column : columns) {
                    count += column.test(row) ? 1 : 0;
                }
                return count >= filled.atLeast() && count <= filled.atMost();
            });
        }

        @Override
        public Predicate<R> ofLead(Condition.OfLead ofLead) {
            throw new IllegalStateException("a row has no score");
        }

        @Override
        public Predicate<R> did(Condition.Did did) {
            throw new IllegalStateException("a row has no events");
        }

        private Predicate<R> known(Condition condition, Predicate<R> test) {
            Predicate<R> isThere = there.apply(condition.fields());
            return row -> isThere.test(row) ? test.test(row) : negated;
        }

        private List<Predicate<R>> each(List<Condition> parts) {
            return parts.stream().map(part -> part.choose(this)).toList();
        }
    }
}
