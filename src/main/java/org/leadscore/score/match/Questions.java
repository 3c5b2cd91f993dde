package org.leadscore.score.match;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;

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

    public Questions(List<Condition> conditions) {
        for (Field.Kind kind : List.of(Field.Kind.LOG, Field.Kind.EVENT, Field.Kind.COLUMN)) {
            conditions.stream()
                    .flatMap(condition -> condition.fields().stream())
                    .filter(field -> field.kind() == kind)
                    .forEach(this::indexOf);
        }
        formulas = conditions.stream().map(this::formula).toList();
    }

    public List<Field> fields() {
        return fields;
    }

    public List<Question> of(int field) {
        return byField.get(field);
    }

    /** True when the field's values are compared as numbers. */
    public boolean wantsNumber(int field) {
        return of(field).stream().anyMatch(question -> question.test().wantsNumber());
    }

    /** Number of questions. */
    int size() {
        return bits;
    }

    /** The formulas in the order of the conditions. */
    public List<Formula> formulas() {
        return formulas;
    }

    private Formula formula(Condition condition) {
        if (condition instanceof Condition.All all) {
            return new Formula.And(all.parts().stream().map(this::formula).toList());
        }
        if (condition instanceof Condition.Any any) {
            return new Formula.Or(any.parts().stream().map(this::formula).toList());
        }
        if (condition instanceof Condition.Not not) {
            return new Formula.Not(formula(not.part()));
        }
        if (condition instanceof Condition.Is is) {
            return bit(is.field(), is.test());
        }
        if (condition instanceof Condition.Filled filled) {
            List<Formula.Bit> present =
                    filled.of().stream().map(field -> bit(field, PRESENT)).toList();
            return new Formula.HowMany(present, filled.atLeast(), filled.atMost());
        }
        throw new IllegalStateException("no such condition: " + condition);
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
