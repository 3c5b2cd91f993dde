package org.leadscore.score.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.condition.Wanted;

/**
 * The single questions that a list of conditions comes down to, each asked once: one test of one field. The log and the
 * event's name stand first, as they decide most; columns follow in the order in which the conditions first name them.
 */
public final class Questions {

    /** A test of one field; {@code bit} is its place among all questions. */
    public record Question(Test test, int bit) {}

    private static final Test PRESENT = new Test.Present();

    /** The fields that are asked for. */
    private final List<Field> fields = new ArrayList<>();
    /** By field, the questions about it. */
    private final List<List<Question>> byField = new ArrayList<>();
    /** By condition, the formula over the questions. */
    private final List<Formula> formulas;
    /** Number of questions so far. */
    private int bits;

    /** Takes the conditions apart. */
    public Questions(List<Condition> conditions) {
        conditions.stream()
                .flatMap(condition -> condition.fields().stream())
                .sorted(Comparator.comparingInt(Questions::place))
                .forEach(this::indexOf);
        formulas = conditions.stream().map(this::formula).toList();
    }

    /** The fields that are asked for. */
    public List<Field> fields() {
        return fields;
    }

    /** The questions about a field. */
    public List<Question> of(int field) {
        return byField.get(field);
    }

    /** The forms that the field's values must have to be compared. */
    public Set<Wanted> wanted(int field) {
        Set<Wanted> forms = EnumSet.noneOf(Wanted.class);
        for (Wanted form : Wanted.values()) {
            if (of(field).stream().anyMatch(question -> question.test().wants(form))) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** Number of questions. */
    int size() {
        return bits;
    }

    /** The formulas in the order of the conditions. */
    public List<Formula> formulas() {
        return formulas;
    }

    private static int place(Field field) {
        return switch (field.kind()) {
            case LOG -> 0;
            case EVENT -> 1;
            case COLUMN -> 2;
        };
    }

    private Formula formula(Condition condition) {
        return condition.choose(new Formulas());
    }

    /** Makes a formula of a condition on a contact or an event, and asks the questions in it. */
    private final class Formulas implements Condition.Cases<Formula> {
        @Override
        public Formula all(Condition.All all) {
            return new Formula.And(
                    all.parts().stream().map(Questions.this::formula).toList());
        }

        @Override
        public Formula any(Condition.Any any) {
            return new Formula.Or(
                    any.parts().stream().map(Questions.this::formula).toList());
        }

        @Override
        public Formula not(Condition.Not not) {
            return new Formula.Not(formula(not.part()));
        }

        @Override
        public Formula is(Condition.Is is) {
            return bit(is.field(), is.test());
        }

        @Override
        public Formula filled(Condition.Filled filled) {
            List<Formula.Bit> present =
                    filled.of().stream().map(field -> bit(field, PRESENT)).toList();
            return new Formula.HowMany(present, filled.atLeast(), filled.atMost());
        }

        @Override
        public Formula ofLead(Condition.OfLead ofLead) {
            throw new IllegalStateException(
                    "only leads have a " + ofLead.value().word());
        }

        @Override
        public Formula did(Condition.Did did) {
            throw new IllegalStateException("only leads do something: " + did);
        }
    }

    private Formula.Bit bit(Field field, Test test) {
        List<Question> asked = byField.get(indexOf(field));
        for (Question question : asked) {
            if (question.test().equals(test)) {
                return new Formula.Bit(question.bit());
            }
        }
        asked.add(new Question(test, bits));
        return new Formula.Bit(bits++);
    }

    private int indexOf(Field field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).sameAs(field)) {
                return i;
            }
        }
        fields.add(field);
        byField.add(new ArrayList<>());
        return fields.size() - 1;
    }
}
