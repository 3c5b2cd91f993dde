package org.leadscore.rules.rule;

import java.math.BigDecimal;

/**
 * A group of rules, which limits how much a channel may weigh: weight × the sum of its rules' points, rounded half
 * even, then held within the bounds. The group's decay has been given to its rules already.
 */
public record Group(String name, Kind kind, BigDecimal weight, Bounds bounds) {

    /** The kind of rules that a group holds, which is one. */
    public enum Kind {
        EXPLICIT("explicit"),
        IMPLICIT("implicit");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The key under which its rules stand. */
        public String word() {
            return word;
        }
    }
}
