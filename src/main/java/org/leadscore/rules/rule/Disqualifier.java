package org.leadscore.rules.rule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.NumberRange;

/** A condition that takes a lead out of the ranking, whatever its score, one of the key {@code disqualify}. */
public sealed interface Disqualifier {

    String name();

    /** Every field of the contact that it looks at. */
    List<Field> contactFields();

    /** Every field of events that it looks at. */
    List<Field> eventFields();

    /** Answers by the function that is for this form. */
    <R> R choose(Function<When, R> when, Function<Did, R> did);

    /** Holds by the contact's fields. */
    record When(String name, Condition when) implements Disqualifier {
        @Override
        public List<Field> contactFields() {
            return when.fields();
        }

        @Override
        public List<Field> eventFields() {
            return List.of();
        }

        @Override
        public <R> R choose(Function<When, R> when, Function<Did, R> did) {
            return when.apply(this);
        }
    }

    /** Holds by what the lead did: the count of events within the window is in the range. */
    record Did(String name, Condition did, Count count, long within, NumberRange times) implements Disqualifier {
        @Override
        public List<Field> contactFields() {
            return List.of();
        }

        @Override
        public List<Field> eventFields() {
            return Stream.concat(did.fields().stream(), count.columns().stream())
                    .toList();
        }

        @Override
        public <R> R choose(Function<When, R> when, Function<Did, R> did) {
            return did.apply(this);
        }
    }
}
