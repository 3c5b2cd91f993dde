package org.leadscore.rules.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Field;

/** The quantity that an implicit rule takes from the events of a lead. */
public sealed interface Activity {

    /** The conditions on events: {@code did}, or {@code of} and {@code over}. */
    List<Condition> conditions();

    /** Every field of events that it looks at, those of its conditions first; the same field may come twice. */
    List<Field> fields();

    /** True when a longer window can only raise what is tested. */
    boolean growsWithTime();

    /** Answers by the function that is for this form. */
    <R> R choose(Function<Occurrences, R> occurrences, Function<Sum, R> sum, Function<Rate, R> rate);

    /** The number of occurrences of events that match. */
    record Occurrences(Condition did, Count count) implements Activity {
        @Override
        public List<Condition> conditions() {
            return List.of(did);
        }

        @Override
        public List<Field> fields() {
            return Stream.concat(did.fields().stream(), count.columns().stream())
                    .toList();
        }

        @Override
        public boolean growsWithTime() {
            return true;
        }

        @Override
        public <R> R choose(Function<Occurrences, R> occurrences, Function<Sum, R> sum, Function<Rate, R> rate) {
            return occurrences.apply(this);
        }
    }

    /** The number of full multiples of {@code per} in the sum of a numeric column. */
    record Sum(Condition did, Field column, BigDecimal per) implements Activity {
        @Override
        public List<Condition> conditions() {
            return List.of(did);
        }

        @Override
        public List<Field> fields() {
            return Stream.concat(did.fields().stream(), Stream.of(column)).toList();
        }

        @Override
        public boolean growsWithTime() {
            return false;
        }

        @Override
        public <R> R choose(Function<Occurrences, R> occurrences, Function<Sum, R> sum, Function<Rate, R> rate) {
            return sum.apply(this);
        }
    }

    /**
     * The number of events that match {@code of}, or of their different values, divided by that of those that match
     * {@code over}; no rate where the latter is below {@code fromEvents}.
     *
     * @param count the unit of both, {@link Count.Events} or {@link Count.Distinct}
     */
    record Rate(Condition of, Condition over, Count count, long fromEvents) implements Activity {
        @Override
        public List<Condition> conditions() {
            return List.of(of, over);
        }

        @Override
        public List<Field> fields() {
            return Stream.of(of.fields(), over.fields(), count.columns())
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public boolean growsWithTime() {
            return false;
        }

        @Override
        public <R> R choose(Function<Occurrences, R> occurrences, Function<Sum, R> sum, Function<Rate, R> rate) {
            return rate.apply(this);
        }
    }
}
