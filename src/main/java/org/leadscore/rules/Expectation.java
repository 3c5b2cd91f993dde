package org.leadscore.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;

/** What an example expects of one thing that comes out. */
public sealed interface Expectation {

    /** What can be expected, by its word in the rule file. */
    enum Figure {
        SCORE("score"),
        FIT("fit"),
        ENGAGEMENT("engagement"),
        /** Fit and engagement together. */
        POINTS("points"),
        /** The points of one rule. */
        RULES("rules"),
        BUCKET("bucket"),
        STATUS("status"),
        GRADE("grade"),
        STAGE("stage"),
        INTEREST("interest"),
        SOURCE("source"),
        SEGMENTS("segments"),
        /** As the report has it, such as {@code yes}. */
        HAND_OFF("hand-off"),
        ACTION("action");

        private final String word;

        Figure(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether several can come out at once. */
        boolean isMany() {
            return this == SEGMENTS || this == ACTION;
        }
    }

    Figure figure();

    /** For a message: {@code score}, {@code rules: Demo requested}. */
    String what();

    /** For a message: {@code at least 70}, {@code hot or warm}. */
    String wanted();

    Location at();

    /**
     * A number.
     *
     * @param rule whose points are meant; blank for other figures
     */
    record Amount(Figure figure, String rule, NumberRange range, String wanted, Location at) implements Expectation {

        private static final int SHOWN = 2;

        @Override
        public String what() {
            return rule.isEmpty() ? figure.word() : figure.word() + ": " + rule;
        }

        /** Whether the number is as expected; one that has to be equal is taken as reports show it, with two decimals. */
        public boolean holds(BigDecimal number) {
            boolean isExact =
                    range.low() != null && range.high() != null && range.low().compareTo(range.high()) == 0;
            return range.contains(isExact ? number.setScale(SHOWN, RoundingMode.HALF_UP) : number);
        }
    }

    /**
     * One or several names.
     *
     * @param names any of which is as good as another, unless several can come out: then all are wanted
     * @param isNot whether none of them must come out
     */
    record Named(Figure figure, List<String> names, boolean isNot, String wanted, Location at) implements Expectation {

        public Named {
            names = List.copyOf(names);
        }

        @Override
        public String what() {
            return figure.word();
        }

        /** Whether what came out is as expected; a blank name is that of nothing. */
        public boolean holds(List<String> found) {
            List<String> folded = found.isEmpty()
                    ? List.of("")
                    : found.stream().map(Text::fold).toList();
            Stream<String> looked = names.stream().map(Text::fold);
            if (isNot) {
                return looked.noneMatch(folded::contains);
            }
            return figure.isMany() ? looked.allMatch(folded::contains) : looked.anyMatch(folded::contains);
        }
    }
}
