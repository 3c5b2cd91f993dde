package org.leadscore.score;

import java.util.BitSet;
import java.util.List;

/**
 * A condition over the answers to single questions, which are bits. Not all answers need be known: what is known may be
 * enough.
 */
sealed interface Formula {

    enum Truth {
        YES,
        NO,
        OPEN;

        static Truth of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    /**
     * What the answers say.
     *
     * @param answers of the questions that are known
     */
    Truth decide(BitSet answers, BitSet known);

    /** Adds the questions whose answers can still make a difference to {@link #decide}. */
    void addOpen(BitSet answers, BitSet known, BitSet open);

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

    /** The number of bits that are set is within both bounds. */
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

    /** The truth that settles it, if a part has it; otherwise its opposite, if all parts have that. */
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
