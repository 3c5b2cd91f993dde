package org.leadscore.rules.next;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;

/** The key {@code acquisition} of a rule file: the source of the words that say how a lead came. */
public sealed interface Acquisition {

    /** The column that holds the name of the source. */
    Field column();

    /** Every column of the contacts that it looks at. */
    List<Field> contactColumns();

    /** Every column of events that it looks at. */
    List<Field> eventColumns();

    /** Answers by the function that is for this form. */
    <R> R choose(Function<OfContact, R> ofContact, Function<OfEvents, R> ofEvents);

    /** A field of the contact. */
    record OfContact(Field column) implements Acquisition {
        @Override
        public List<Field> contactColumns() {
            return List.of(column);
        }

        @Override
        public List<Field> eventColumns() {
            return List.of();
        }

        @Override
        public <R> R choose(Function<OfContact, R> ofContact, Function<OfEvents, R> ofEvents) {
            return ofContact.apply(this);
        }
    }

    /**
     * A column of an event that has something in it.
     *
     * @param first whether the lead's first such event counts, or its last
     * @param when the condition on these events
     */
    record OfEvents(Field column, boolean first, Condition when) implements Acquisition {
        @Override
        public List<Field> contactColumns() {
            return List.of();
        }

        @Override
        public List<Field> eventColumns() {
            return Stream.concat(Stream.of(column), when.fields().stream()).toList();
        }

        @Override
        public <R> R choose(Function<OfContact, R> ofContact, Function<OfEvents, R> ofEvents) {
            return ofEvents.apply(this);
        }
    }
}
