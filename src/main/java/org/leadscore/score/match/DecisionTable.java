package org.leadscore.score.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.made.Several;

/**
 * Answers many conditions about a row at once. Each field's value is put in a class of values that all questions answer
 * alike, and the classes lead from state to state to an end that knows which conditions hold. A state asks for the next
 * field that can still make a difference, and no other. Classes, states and ends are computed when first met, so that a
 * row like one before costs a look-up for each field that matters. Not thread-safe.
 */
public final class DecisionTable {

    /** The class of missing and blank values, in every field. */
    public static final int MISSING = 0;

    /** In place of a field: all conditions are decided. */
    static final int END = -1;

    private static final int START = 0;

    /**
     * The questions and answers on the way to a state.
     *
     * @param answers the questions that were answered with yes
     * @param questions the questions that were asked
     * @param fields the number of fields that have been passed, asked for or not
     */
    private record Known(BitSet answers, BitSet questions, int fields) {

        // Written out: what a record brings of these is linked for milliseconds at each start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known known
                    && fields == known.fields
                    && answers.equals(known.answers)
                    && questions.equals(known.questions);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * answers.hashCode() + questions.hashCode()) + fields;
        }
    }

    private final Questions questions;
    /** By field, how its values are read as numbers and times. */
    private final List<Reading> readings;
    /** By field, the forms that its values must have to be compared. */
    private final List<Set<Wanted>> wanted = new ArrayList<>();
    /** By field, the classes of its values. */
    private final List<Classes> classes = new ArrayList<>();
    /** By field, the bits of the questions about it. */
    private final List<BitSet> questionsOf = new ArrayList<>();
    /** By state, what is known in it. */
    private final List<Known> states = new ArrayList<>();
    /** The state by what is known in it. */
    private final Map<Known, Integer> byKnown = new HashMap<>();
    /** By state and class of its field's value, the next state; {@link #START} when it was never taken. */
    private int[][] next = new int[16][];
    /** By state, the field that it asks for, or {@link #END}. */
    private int[] fields = new int[16];
    /** By state, the indexes of the conditions that hold; empty unless it is an end. */
    private int[][] holding = new int[16][];

    /**
     * Makes a table that knows the start only.
     *
     * @param readings of the questions' fields, in their order
     */
    public DecisionTable(Questions questions, List<Reading> readings) {
        this.questions = questions;
        this.readings = readings;
        for (int field = 0; field < questions.fields().size(); field++) {
            wanted.add(questions.wanted(field));
            classes.add(new Classes());
            BitSet asked = new BitSet();
            questions.of(field).forEach(question -> asked.set(question.bit()));
            questionsOf.add(asked);
            judge(field, null);
        }
        stateOf(new Known(new BitSet(), new BitSet(), 0));
    }

    /** The state before anything is known. */
    public int start() {
        return START;
    }

    /** The number of fields that the table asks for. */
    public int fieldCount() {
        return classes.size();
    }

    /** The class of a value of the field; null and blank are {@link #MISSING}. */
    public int judge(int field, @Nullable String value) {
        Reading reading = readings.get(field);
        List<String> values = value == null ? List.of() : Several.values(value, reading.split());
        BitSet bits = new BitSet();
        for (Questions.Question question : questions.of(field)) {
            bits.set(question.bit(), question.test().holdsFor(values, reading));
        }
        Set<Wanted> lacking = EnumSet.noneOf(Wanted.class);
        for (Wanted form : wanted.get(field)) {
            for (String one : values) {
                if (!has(form, one, reading)) {
                    lacking.add(form);
                }
            }
        }
        return classes.get(field).of(bits, lacking);
    }

    private static boolean has(Wanted form, String value, Reading reading) {
        return switch (form) {
            case NUMBER -> reading.numbers().parse(value) != null;
            case DATE -> reading.times().millis(value) != TimeFormat.NONE;
        };
    }

    /** The forms that questions about the field want and the class's values do not have. */
    public Set<Wanted> lacking(int field, int valueClass) {
        return classes.get(field).lacking.get(valueClass);
    }

    /** True when the class's values pass a test at all. */
    public boolean passesAny(int field, int valueClass) {
        return !classes.get(field).bits.get(valueClass).isEmpty();
    }

    /** The field that a state asks for, further down than any before it; {@link #END} when nothing is open. */
    public int fieldOf(int state) {
        return fields[state];
    }

    /** The state behind one that asks for a field, given the class of the field's value. */
    public int step(int state, int valueClass) {
        int[] row = next[state];
        if (row.length > valueClass && row[valueClass] != START) {
            return row[valueClass];
        }
        int field = fields[state];
        Known before = states.get(state);
        BitSet answers = (BitSet) before.answers().clone();
        answers.or(classes.get(field).bits.get(valueClass));
        BitSet asked = (BitSet) before.questions().clone();
        asked.or(questionsOf.get(field));
        int target = stateOf(new Known(answers, asked, field + 1));
        next[state] = Arrays.copyOf(next[state], Math.max(next[state].length, valueClass + 1));
        next[state][valueClass] = target;
        return target;
    }

    /** The conditions that hold in a state at the end, as indexes in ascending order. */
    public int[] holding(int state) {
        return holding[state];
    }

    private int stateOf(Known known) {
        Integer found = byKnown.get(known);
        if (found != null) {
            return found;
        }
        int state = states.size();
        byKnown.put(known, state);
        states.add(known);
        if (state == next.length) {
            next = Arrays.copyOf(next, 2 * state);
            fields = Arrays.copyOf(fields, 2 * state);
            holding = Arrays.copyOf(holding, 2 * state);
        }
        next[state] = new int[0];
        fields[state] = fieldThatMatters(known);
        holding[state] = fields[state] == END ? conditionsThatHold(known) : new int[0];
        return state;
    }

    /** The next field that has a question on which a condition still depends; {@link #END} when there is none. */
    private int fieldThatMatters(Known known) {
        BitSet open = new BitSet();
        for (Formula formula : questions.formulas()) {
            formula.addOpen(known.answers(), known.questions(), open);
        }
        int field = known.fields();
        while (field < questionsOf.size() && !questionsOf.get(field).intersects(open)) {
            field++;
        }
        return field == questionsOf.size() ? END : field;
    }

    private int[] conditionsThatHold(Known known) {
        List<Formula> formulas = questions.formulas();
        int[] indexes = new int[formulas.size()];
        int count = 0;
        for (int i = 0; i < indexes.length; i++) {
            if (formulas.get(i).decide(known.answers(), known.questions()) == Formula.Truth.YES) {
                indexes[count++] = i;
            }
        }
        return Arrays.copyOf(indexes, count);
    }

    /** The classes of one field's values. */
    private static final class Classes {

        /** The answers, and the forms that are wanted and lacking, which all values of a class have in common. */
        private record Alike(BitSet answers, Set<Wanted> lacking) {}

        private final Map<Alike, Integer> known = new HashMap<>();

        /** By class, the questions answered with yes. */
        private final List<BitSet> bits = new ArrayList<>();
        /** The forms that are wanted and lacking, by class. */
        private final List<Set<Wanted>> lacking = new ArrayList<>();

        int of(BitSet answers, Set<Wanted> formsLacking) {
            Alike alike = new Alike(answers, formsLacking);
            Integer found = known.get(alike);
            if (found != null) {
                return found;
            }
            int index = bits.size();
            known.put(alike, index);
            bits.add(answers);
            lacking.add(formsLacking);
            return index;
        }
    }
}
