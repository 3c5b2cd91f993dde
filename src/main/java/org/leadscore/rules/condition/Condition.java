package org.leadscore.rules.condition;

import java.util.List;

/**
 * A condition on a contact, on an event, or on a lead that has been scored. Only conditions on leads hold
 * {@link OfLead} and {@link Did}; the fields they look at are the contact's. Closed on purpose: a new form is added
 * here, in the reader and in docs/rules.md. Names of definitions are resolved, so that a condition stands for itself.
 */
public sealed interface Condition {

    /** Every field the condition looks at, in the order of the file; the same field may come twice. */
    List<Field> fields();

    /** Number of single tests that the condition comes down to. */
    default int tests() {
        return fields().size();
    }

    /** Every question about the lead's events, in the order of the file. */
    default List<Did> dids() {
        return List.of();
    }

    /** True when the condition looks at nothing but the contact's fields, or the event's columns. */
    default boolean looksAtFieldsOnly() {
        return true;
    }

    /** Holds when every part does; with no part, always. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Field> fields() {
            return parts.stream().flatMap(part -> part.fields().stream()).toList();
        }

        @Override
        public List<Did> dids() {
            return parts.stream().flatMap(part -> part.dids().stream()).toList();
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return parts.stream().allMatch(Condition::looksAtFieldsOnly);
        }

        @Override
        public int tests() {
            return parts.stream().mapToInt(Condition::tests).sum();
        }
    }

    /** Holds when a part does. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Field> fields() {
            return parts.stream().flatMap(part -> part.fields().stream()).toList();
        }

        @Override
        public List<Did> dids() {
            return parts.stream().flatMap(part -> part.dids().stream()).toList();
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return parts.stream().allMatch(Condition::looksAtFieldsOnly);
        }

        @Override
        public int tests() {
            return parts.stream().mapToInt(Condition::tests).sum();
        }
    }

    /** Holds when the part does not, missing values included: plain negation. */
    record Not(Condition part) implements Condition {
        @Override
        public List<Field> fields() {
            return part.fields();
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
        public int tests() {
            return part.tests();
        }
    }

    /** Holds when the field's value passes the test. */
    record Is(Field field, Test test) implements Condition {
        @Override
        public List<Field> fields() {
            return List.of(field);
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
    }

    /** Holds when a value that the score gives the lead passes the test. */
    record OfLead(LeadValue value, Test test) implements Condition {
        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public int tests() {
            return 1;
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return false;
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

        @Override
        public List<Did> dids() {
            return List.of(this);
        }

        @Override
        public int tests() {
            return 1 + did.tests();
        }

        @Override
        public boolean looksAtFieldsOnly() {
            return false;
        }
    }
}
