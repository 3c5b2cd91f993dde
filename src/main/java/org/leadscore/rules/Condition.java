package org.leadscore.rules;

import java.util.List;

/**
 * What a rule asks of a contact or of an event. Closed on purpose: a new form is added here, in the reader and in
 * docs/rules.md. Names of definitions are resolved, so that a condition stands for itself.
 */
public sealed interface Condition {

    /** Every field the condition looks at, in the order of the file; the same field may come twice. */
    List<Field> fields();

    /** Holds when every part does; with no part, always. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Field> fields() {
            return parts.stream().flatMap(part -> part.fields().stream()).toList();
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
    }

    /** Plain negation: holds where the part does not, missing values included. */
    record Not(Condition part) implements Condition {
        @Override
        public List<Field> fields() {
            return part.fields();
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
}
