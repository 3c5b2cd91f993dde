package org.leadscore.score.match;

import java.util.BitSet;
import java.util.List;

/**
 * A condition over the answers to single questions, which are bits. It can be decided from some of the answers, if
 * those are enough. Made by {@link Questions}.
 */
public sealed interface Formula {

    /** The truth of a formula; open while it depends on answers that are not known. */
    enum Truth {
        YES,
        NO,
        OPEN;

        static Truth of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    /**
     * Decides the formula as far as the known answers allow.
     *
     * @param answers the questions that were answered with yes
     * @param known the questions that were answered
     */
    Truth decide(BitSet answers, BitSet known);

    /** Adds to {@code open} the questions whose answers can still change {@link #decide}. */
    void addOpen(BitSet answers, BitSet known, BitSet open);

    /** True when the question of that index was answered with yes. */
    record Bit(int index) implements Formula {
        @Override
        public Truth decide(BitSet answers, BitSet known) {
            return known.get(index) ? Truth.of(answers.get(index)) : Truth.OPEN;
        }

        @Override
        public void addOpen(BitSet answers, BitSet known, BitSet open) {
            if (!known.get(index)) {
                open.set(index);
            }
        }
    }

    /** True when all parts are. */
    record And(List<Formula> parts) implements Formula {
        @Override
        public Truth decide(BitSet answers, BitSet known) {
            return firstOr(parts, Truth.NO, answers, known);
        }

        @Override
        public void addOpen(BitSet answers, BitSet known, BitSet open) {
            addOpenOf(this, parts, answers, known, open);
        }
    }

    /** True when one of the parts is. */
    record Or(List<Formula> parts) implements Formula {
        @Override
        public Truth decide(BitSet answers, BitSet known) {
            return firstOr(parts, Truth.YES, answers, known);
        }

        @Override
        public void addOpen(BitSet answers, BitSet known, BitSet open) {
            addOpenOf(this, parts, answers, known, open);
        }
    }

    /** True when the part is not. */
    record Not(Formula part) implements Formula {
        @Override
        public Truth decide(BitSet answers, BitSet known) {
            return switch (part.decide(answers, known)) {
                case YES -> Truth.NO;
                case NO -> Truth.YES;
                case OPEN -> Truth.OPEN;
            };
        }

        @Override
        public void addOpen(BitSet answers, BitSet known, BitSet open) {
            part.addOpen(answers, known, open);
        }
    }

    /** True when the number of bits that are set is within both bounds. */
    record HowMany(List<Bit> bits, int atLeast, int atMost) implements Formula {
        @Override
        public Truth decide(BitSet answers, BitSet known) {
            int least = 0;
            int most = 0;
            for (Bit bit : bits) {
                Truth truth = bit.decide(answers, known);
                least += truth == Truth.YES ? 1 : 0;
                most += truth == Truth.NO ? 0 : 1;
            }
            if (least >= atLeast && most <= atMost) {
                return Truth.YES;
            }
            return most < atLeast || least > atMost ? Truth.NO : Truth.OPEN;
        }

        @Override
        public void addOpen(BitSet answers, BitSet known, BitSet open) {
            addOpenOf(this, bits, answers, known, open);
        }
    }

    /** The truth that settles the formula, if a part has it; otherwise its opposite, if all parts have that. */
    private static Truth firstOr(List<Formula> parts, Truth settling, BitSet answers, BitSet known) {
        Truth all = settling == Truth.YES ? Truth.NO : Truth.YES;
        for (Formula part : parts) {
            Truth truth = part.decide(answers, known);
            if (truth == settling) {
                return settling;
            }
            if (truth == Truth.OPEN) {
                all = Truth.OPEN;
            }
        }
        return all;
    }

    private static void addOpenOf(
            Formula whole, List<? extends Formula> parts, BitSet answers, BitSet known, BitSet open) {
        if (whole.decide(answers, known) == Truth.OPEN) {
            for (Formula part : parts) {
                part.addOpen(answers, known, open);
            }
        }
    }
}
