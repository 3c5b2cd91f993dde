package org.leadscore.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;
import org.leadscore.rules.Reading;

/**
 * Answers many conditions about a row at once. Each field's value is put in a class of values that all questions answer
 * alike, and the classes lead from state to state, a field a step, to an end that knows which conditions hold. Classes,
 * states and ends are worked out when first met, so that a row like one before costs a look-up a field. Not thread-safe.
 */
final class DecisionTable {

    /** The state before the first field. */
    static final int START = 0;

    /** The class of missing and blank values, in every field. */
    static final int MISSING = 0;

    private final Questions questions;
    private final List<Reading> readings;
    private final List<Classes> classes = new ArrayList<>();
    private final List<BitSet> answers = new ArrayList<>();
    private final List<Map<BitSet, Integer>> statesByDepth = new ArrayList<>();
    private int[][] next = new int[16][];
    private int[][] holding = new int[16][];

    /** @param readings of the questions' fields, in their order */
    DecisionTable(Questions questions, List<Reading> readings) {
        this.questions = questions;
        this.readings = readings;
        for (int field = 0; field < questions.fields().size(); field++) {
            classes.add(new Classes());
            judge(field, null);
            statesByDepth.add(new HashMap<>());
        }
        statesByDepth.add(new HashMap<>());
        stateOf(0, new BitSet());
    }

    int fieldCount() {
        return classes.size();
    }

    /** The class of a value of the field; null and blank are {@link #MISSING}. */
    int judge(int field, @Nullable String value) {
        BitSet bits = new BitSet();
        boolean missing = value == null || Text.isBlank(value);
        boolean wantsNumber = false;
        for (Questions.Question question : questions.of(field)) {
            wantsNumber |= question.test().wantsNumber();
            boolean yes = missing || value == null
                    ? question.test().holdsForMissing()
                    : question.test().holds(value, readings.get(field));
            bits.set(question.bit(), yes);
        }
        boolean notNumber = wantsNumber
                && !missing
                && value != null
                && Numbers.parse(value, readings.get(field).decimal()) == null;
        return classes.get(field).of(bits, notNumber);
    }

    /** True when a question about the field compares numbers and the class's values are none. */
    boolean isNotNumber(int field, int valueClass) {
        return classes.get(field).notNumber.get(valueClass);
    }

    /** The state behind a field, given the state before it and the class of its value. */
    int step(int state, int field, int valueClass) {
        int[] row = next[state];
        if (row.length > valueClass && row[valueClass] != 0) {
            return row[valueClass];
        }
        BitSet all = (BitSet) answers.get(state).clone();
        all.or(classes.get(field).bits.get(valueClass));
        int target = stateOf(field + 1, all);
        next[state] = Arrays.copyOf(next[state], Math.max(next[state].length, valueClass + 1));
        next[state][valueClass] = target;
        return target;
    }

    /** The conditions that hold in a state behind the last field, as indexes in ascending order. */
    int[] holding(int state) {
        return holding[state];
    }

    private int stateOf(int depth, BitSet all) {
        Integer known = statesByDepth.get(depth).get(all);
        if (known != null) {
            return known;
        }
        int state = answers.size();
        statesByDepth.get(depth).put(all, state);
        answers.add(all);
        if (state == next.length) {
            next = Arrays.copyOf(next, 2 * state);
            holding = Arrays.copyOf(holding, 2 * state);
        }
        next[state] = new int[0];
        holding[state] = depth == classes.size() ? conditionsThatHold(all) : new int[0];
        return state;
    }

    private int[] conditionsThatHold(BitSet all) {
        List<Formula> formulas = questions.formulas();
        int[] indexes = new int[formulas.size()];
        int count = 0;
        for (int i = 0; i < indexes.length; i++) {
            if (formulas.get(i).holds(all)) {
                indexes[count++] = i;
            }
        }
        return Arrays.copyOf(indexes, count);
    }

    /** The classes of one field's values. */
    private static final class Classes {

        private record Key(BitSet bits, boolean notNumber) {}

        private final Map<Key, Integer> known = new HashMap<>();
        private final List<BitSet> bits = new ArrayList<>();
        private final BitSet notNumber = new BitSet();

        int of(BitSet answers, boolean isNotNumber) {
            Key key = new Key(answers, isNotNumber);
            Integer found = known.get(key);
            if (found != null) {
                return found;
            }
            int index = bits.size();
            known.put(key, index);
            bits.add(answers);
            notNumber.set(index, isNotNumber);
            return index;
        }
    }
}
