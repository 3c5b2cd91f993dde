package org.leadscore.rules.condition;

import java.util.List;
import java.util.stream.Stream;

/**
 * A condition on a contact, on an event, or on a lead that has been scored. Only conditions on leads hold
 * {@link OfLead} and {@link Did}; the fields they look at are the contact's. Closed on purpose: a new form is added
 * here, in the reader and in docs/rules.md. Names of definitions are resolved, so that a condition stands for itself.
 */
public sealed interface Condition {

    /** Every field the condition looks at, in the order of the file; the same field may come twice. */
    List<Field> fields();

    /** The conditions that it is made of; none of one that asks for itself. */
    List<Condition> parts();

    /** Number of single tests that the condition comes down to. */
    int tests();

    /** Every question about the lead's events, in the order of the file. */
    List<Did> dids();

    /** True when the contact's fields, or the event's columns, are all that is looked at. */
    boolean looksAtFieldsOnly();

    /** Answers by the method that is for this form. */
    <R> R choose(Cases<R> cases);

    /** An answer for each form of condition. */
    interface Cases<R> {

        R all(All all);

        R any(Any any);

        R not(Not not);

        R is(Is is);

        R filled(Filled filled);

        R ofLead(OfLead ofLead);

        R did(Did did);
    }

    /** Holds when every part does; with no part, always. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Field> fields() {
            return fieldsOf(parts);
        }

        @Override
        public int tests() {
            return testsOf(parts);
        }

        @Override
        public List<Did> dids() {
            return didsOf(parts);
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return parts.stream().allMatch(Condition::looksAtFieldsOnly);
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.all(this);
        }
    }

    /** Holds when a part does. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Field> fields() {
            return fieldsOf(parts);
        }

        @Override
        public int tests() {
            return testsOf(parts);
        }

        @Override
        public List<Did> dids() {
            return didsOf(parts);
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return parts.stream().allMatch(Condition::looksAtFieldsOnly);
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.any(this);
        }
    }

    /** Holds when the part does not, missing values included: plain negation. */
    record Not(Condition part) implements Condition {
        @Override
        public List<Field> fields() {
            return part.fields();
        }

        @Override
        public List<Condition> parts() {
            return List.of(part);
        }

        @Override
        public int tests() {
            return part.tests();
        }

        @Override
        public List<Did> dids() {
            return part.dids();
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return part.looksAtFieldsOnly();
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /** Holds when the field's value passes the test. */
    record Is(Field field, Test test) implements Condition {
        @Override
        public List<Field> fields() {
            return List.of(field);
        }

        @Override
        public List<Condition> parts() {
            return List.of();
        }

        @Override
        public int tests() {
            return 1;
        }

        @Override
        public List<Did> dids() {
            return List.of();
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return true;
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.is(this);
        }
    }

    /** Holds when the number of fields that are not blank is within both bounds. */
    record Filled(List<Field> of, int atLeast, int atMost) implements Condition {
        public Filled {
            of = List.copyOf(of);
        }

        @Override
        public List<Field> fields() {
            return of;
        }

        @Override
        public List<Condition> parts() {
            return List.of();
        }

        @Override
        public int tests() {
            return of.size();
        }

        @Override
        public List<Did> dids() {
            return List.of();
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return true;
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.filled(this);
        }
    }

    /** Holds when a value that the score gives the lead passes the test. */
    record OfLead(LeadValue value, Test test) implements Condition {
        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public List<Condition> parts() {
            return List.of();
        }

        @Override
        public int tests() {
            return 1;
        }

        @Override
        public List<Did> dids() {
            return List.of();
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return false;
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.ofLead(this);
        }
    }

    /**
     * Holds when the count of the lead's events is in the range.
     *
     * @param did the condition on the events that count
     * @param within the age up to which they count, in milliseconds, or {@code Award.UNLIMITED}
     */
    record Did(Condition did, Count count, long within, NumberRange times) implements Condition {
        @Override
        public List<Field> fields() {
            return List.of();
        }

        /** Every field of events that it looks at. */
        public List<Field> eventFields() {
            return Stream.concat(did.fields().stream(), count.columns().stream())
                    .toList();
        }

        @Override
        public List<Condition> parts() {
            return List.of();
        }

        @Override
        public int tests() {
            return 1 + did.tests();
        }

        @Override
        public List<Did> dids() {
            return List.of(this);
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return false;
        }

        @Override
        public <R> R choose(Cases<R> cases) {
            return cases.did(this);
        }
    }

    private static List<Field> fieldsOf(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.fields().stream()).toList();
    }

    private static int testsOf(List<Condition> parts) {
        return parts.stream().mapToInt(Condition::tests).sum();
    }

    private static List<Did> didsOf(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.dids().stream()).toList();
    }
}
