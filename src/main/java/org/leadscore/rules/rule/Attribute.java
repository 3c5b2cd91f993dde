package org.leadscore.rules.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;

/** The way in which an explicit rule turns a contact's fields into points, which are millionths. */
public sealed interface Attribute {

    /** Every field that is looked at, in the order of the file. */
    List<Field> fields();

    /** Answers by the function that is for this form. */
    <R> R choose(
            Function<When, R> when,
            Function<Tiers, R> tiers,
            Function<Values, R> values,
            Function<Unlearned, R> unlearned);

    /** Points when the condition holds. */
    record When(Condition when, long points) implements Attribute {
        @Override
        public List<Field> fields() {
            return when.fields();
        }

        @Override
        public <R> R choose(
                Function<When, R> when,
                Function<Tiers, R> tiers,
                Function<Values, R> values,
                Function<Unlearned, R> unlearned) {
            return when.apply(this);
        }
    }

    /** The points of the first test that holds for the field. */
    record Tiers(Field field, List<Tier> tiers) implements Attribute {
        public Tiers {
            tiers = List.copyOf(tiers);
        }

        @Override
        public List<Field> fields() {
            return List.of(field);
        }

        @Override
        public <R> R choose(
                Function<When, R> when,
                Function<Tiers, R> tiers,
                Function<Values, R> values,
                Function<Unlearned, R> unlearned) {
            return tiers.apply(this);
        }
    }

    /** A test of the field, and the points that it gives. */
    record Tier(Test test, long points) {}

    /**
     * The points that a table gives to the field's value.
     *
     * @param points by folded value, in the order of the file; {@code ""} is the empty field
     * @param otherwise for values that are there and not in the table
     */
    record Values(Field field, Map<String, Long> points, long otherwise) implements Attribute {
        public Values {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        }

        @Override
        public List<Field> fields() {
            return List.of(field);
        }

        @Override
        public <R> R choose(
                Function<When, R> when,
                Function<Tiers, R> tiers,
                Function<Values, R> values,
                Function<Unlearned, R> unlearned) {
            return values.apply(this);
        }
    }

    /** A table that is yet to be learned: gives no points until {@code calibrate} has written it. */
    record Unlearned(Field field, Form form) implements Attribute {

        /** The kind of table that is to be learned. */
        public enum Form {
            VALUES,
            TIERS
        }

        @Override
        public List<Field> fields() {
            return List.of(field);
        }

        @Override
        public <R> R choose(
                Function<When, R> when,
                Function<Tiers, R> tiers,
                Function<Values, R> values,
                Function<Unlearned, R> unlearned) {
            return unlearned.apply(this);
        }
    }
}
