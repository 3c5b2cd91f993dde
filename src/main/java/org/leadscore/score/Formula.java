package org.leadscore.score;

import java.util.BitSet;
import java.util.List;

/** A condition over the answers to single questions, which are bits. */
sealed interface Formula {

    boolean holds(BitSet answers);

    record Bit(int index) implements Formula {
        @Override
        public boolean holds(BitSet answers) {
            return answers.get(index);
        }
    }

    record And(List<Formula> parts) implements Formula {
        @Override
        public boolean holds(BitSet answers) {
            return parts.stream().allMatch(part -> part.holds(answers));
        }
    }

    record Or(List<Formula> parts) implements Formula {
        @Override
        public boolean holds(BitSet answers) {
            return parts.stream().anyMatch(part -> part.holds(answers));
        }
    }

    record Not(Formula part) implements Formula {
        @Override
        public boolean holds(BitSet answers) {
            return !part.holds(answers);
        }
    }

    /** The number of bits that are set is within both bounds. */
    record HowMany(List<Bit> bits, int atLeast, int atMost) implements Formula {
        @Override
        public boolean holds(BitSet answers) {
            long set = bits.stream().filter(bit -> bit.holds(answers)).count();
            return set >= atLeast && set <= atMost;
        }
    }
}
