package org.leadscore.rules;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.leadscore.kind.TextKind;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;

/**
 * A question about one value. Missing and blank values never reach {@link #holds}: they fail every test but
 * {@link Absent}. Closed on purpose, like {@link Condition}.
 */
public sealed interface Test {

    /**
     * Whether the value passes.
     *
     * @param value there and not blank, as the export has it
     */
    boolean holds(String value, Reading reading);

    /** True when a missing or blank value passes. */
    default boolean holdsForMissing() {
        return false;
    }

    /** True when the test compares numbers, so that a value that is none is worth reporting. */
    default boolean wantsNumber() {
        return false;
    }

    /** Equal to one of the values, as text is compared. */
    record OneOf(Set<String> folded) implements Test {
        public OneOf {
            folded = Set.copyOf(folded);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            return folded.contains(Text.fold(value));
        }
    }

    /** There, and equal to none of the values. */
    record NoneOf(Set<String> folded) implements Test {
        public NoneOf {
            folded = Set.copyOf(folded);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            return !folded.contains(Text.fold(value));
        }
    }

    /** Has one of the texts in the given place. */
    record Has(Place place, List<String> folded) implements Test {

        public enum Place {
            ANYWHERE,
            START,
            END
        }

        public Has {
            folded = List.copyOf(folded);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            String text = Text.fold(value);
            return switch (place) {
                case ANYWHERE -> anyMatches(text::contains);
                case START -> anyMatches(text::startsWith);
                case END -> anyMatches(text::endsWith);
            };
        }

        private boolean anyMatches(Predicate<String> isThere) {
            for (String part : folded) {
                if (isThere.test(part)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Has a part that the RE2 expression finds; the value is taken as it is, case and white space included. */
    record Matches(Pattern pattern) implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            return pattern.matcher(value).find();
        }
    }

    /** Is a number in the range. */
    record InRange(NumberRange range) implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            BigDecimal number = Numbers.parse(value, reading.decimal());
            return number != null && range.contains(number);
        }

        @Override
        public boolean wantsNumber() {
            return true;
        }
    }

    /** Is a time before, or after, the bound; the bound itself is neither. */
    record OnSide(Side side, TimeBound bound) implements Test {

        public enum Side {
            BEFORE,
            AFTER
        }

        @Override
        public boolean holds(String value, Reading reading) {
            long time = reading.times().millis(value);
            if (time == TimeFormat.NONE) {
                return false;
            }
            long limit = bound.millis(reading.asOf());
            return side == Side.BEFORE ? time < limit : time > limit;
        }
    }

    record Present() implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            return true;
        }
    }

    record Absent() implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            return false;
        }

        @Override
        public boolean holdsForMissing() {
            return true;
        }
    }

    /** Is an e-mail address or a URL at one of the domains or below it. */
    record AtDomain(List<String> folded) implements Test {
        public AtDomain {
            folded = List.copyOf(folded);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            return Domains.isAtOneOf(value, folded);
        }
    }

    /** Is text of the kind. */
    record OfKind(TextKind kind) implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            return kind.holds(value);
        }
    }

    /** Passes every one of the tests. */
    record Every(List<Test> tests) implements Test {
        public Every {
            tests = List.copyOf(tests);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            return tests.stream().allMatch(test -> test.holds(value, reading));
        }

        @Override
        public boolean holdsForMissing() {
            return tests.stream().allMatch(Test::holdsForMissing);
        }

        @Override
        public boolean wantsNumber() {
            return tests.stream().anyMatch(Test::wantsNumber);
        }
    }
}
