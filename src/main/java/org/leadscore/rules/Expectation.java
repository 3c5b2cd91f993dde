package org.leadscore.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.NumberRange;

/** The expected value of one figure of an example's result. */
public sealed interface Expectation {

    /** A figure of the result, by its word in the rule file. */
    enum Figure {
        SCORE("score", false, "The score."),
        FIT("fit", false, "The points of the explicit rules."),
        ENGAGEMENT("engagement", false, "The points of the implicit rules."),
        POINTS("points", false, "Fit and engagement together."),
        RULES("rules", false, "The points of single rules."),
        BUCKET("bucket", false, "The bucket."),
        STATUS("status", false, "scored, customer, no-data or disqualified."),
        GRADE("grade", false, "The grade, such as A1."),
        STAGE("stage", false, "The stage."),
        INTEREST("interest", false, "The interest."),
        SOURCE("source", false, "How the lead came."),
        SEGMENTS("segments", true, "Segments that it is in; of several, all."),
        HAND_OFF("hand-off", false, "What the report says, such as \"yes\"."),
        ACTION("action", true, "Actions that it gets; of several, all.");

        private final String word;
        private final boolean isMany;
        private final String meaning;

        Figure(String word, boolean isMany, String meaning) {
            this.word = word;
            this.isMany = isMany;
            this.meaning = meaning;
        }

        /** The key under {@code expect}. */
        public String word() {
            return word;
        }

        /** True when a lead can have several of it. */
        public boolean isMany() {
            return isMany;
        }

        /** The sentence that the schema says of it. */
        public String meaning() {
            return meaning;
        }
    }

    Figure figure();

    /** The name of the figure for a message: {@code score}, {@code rules: Demo requested}. */
    String what();

    /** The expected value for a message: {@code at least 70}, {@code hot or warm}. */
    String wanted();

    Location at();

    /** Answers by the function that is for this form. */
    <R> R choose(Function<Amount, R> amount, Function<Named, R> named);

    /**
     * A number in a range.
     *
     * @param rule the rule whose points are expected; blank for other figures
     */
    record Amount(Figure figure, String rule, NumberRange range, String wanted, Location at) implements Expectation {

        private static final int SHOWN = 2;

        @Override
        public String what() {
            return rule.isEmpty() ? figure.word() : figure.word() + ": " + rule;
        }

        @Override
        public <R> R choose(Function<Amount, R> amount, Function<Named, R> named) {
            return amount.apply(this);
        }

        /**
         * True when the number is as expected. When it has to be equal, it is first rounded to two decimals, as reports
         * show it.
         */
        public boolean holds(BigDecimal number) {
            boolean isExact =
                    range.low() != null && range.high() != null && range.low().compareTo(range.high()) == 0;
            return range.contains(isExact ? number.setScale(SHOWN, RoundingMode.HALF_UP) : number);
        }
    }

    /**
     * Names, of which any or all are expected, or none of them.
     *
     * @param names of a figure with one value, any of them will do; of a figure with several, all are wanted
     * @param isNot whether none of them may come out
     */
    record Named(Figure figure, List<String> names, boolean isNot, String wanted, Location at) implements Expectation {

        public Named {
            names = List.copyOf(names);
        }

        @Override
        public String what() {
            return figure.word();
        }

        @Override
        public <R> R choose(Function<Amount, R> amount, Function<Named, R> named) {
            return named.apply(this);
        }

        /** True when the names of the result are as expected; a blank name stands for having none. */
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
