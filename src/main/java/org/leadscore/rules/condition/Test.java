package org.leadscore.rules.condition;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.leadscore.kind.TextKind;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;

/**
 * A question about one value. Missing and blank values never reach {@link #holds}: they fail every test but
 * {@link Absent}. Closed on purpose, like {@link Condition}.
 */
public sealed interface Test {

    /**
     * True when the value passes.
     *
     * @param value present and not blank, as the export has it
     * @param reading the settings of the value's column, for numbers and times
     */
    boolean holds(String value, Reading reading);

    /**
     * True when the values of one cell pass: none of them where it is missing or blank, and several only where the column has
     * several. One that passes is enough.
     */
    default boolean holdsFor(List<String> values, Reading reading) {
        if (values.isEmpty()) {
            return holdsForMissing();
        }
        for (String value : values) {
            if (holds(value, reading)) {
                return true;
            }
        }
        return false;
    }

    /** True when a missing or blank value passes. */
    default boolean holdsForMissing() {
        return false;
    }

    /** True when the test compares values of this form, so that a value that does not have it is worth reporting. */
    default boolean wants(Wanted form) {
        return false;
    }

    /** The tests that it is made of, all of which must hold; none of one that asks for itself. */
    default List<Test> parts() {
        return List.of();
    }

    /**
     * The pieces of text by which alone it is decided whether a value passes: all values in which the same ones are found pass, or none
     * does. Nothing when it looks at anything else.
     */
    Optional<List<Piece>> pieces();

    /**
     * A text that is looked for in a value.
     *
     * @param folded as text is compared
     * @param atStart whether only the start of the value counts, {@code atEnd} likewise
     */
    record Piece(String folded, boolean atStart, boolean atEnd) {}

    /** Passes values that are equal to one of these, as text is compared. */
    record OneOf(Set<String> folded) implements Test {
        public OneOf {
            folded = Set.copyOf(folded);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            return folded.contains(Text.fold(value));
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.of(whole(folded));
        }
    }

    /** Passes values that are present and equal to none of these, as text is compared. */
    record NoneOf(Set<String> folded) implements Test {
        public NoneOf {
            folded = Set.copyOf(folded);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            return !folded.contains(Text.fold(value));
        }

        /** All values must pass: none of them may be one of the texts. */
        @Override
        public boolean holdsFor(List<String> values, Reading reading) {
            return !values.isEmpty() && values.stream().allMatch(value -> holds(value, reading));
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.of(whole(folded));
        }
    }

    /** Passes values that have one of the texts in the given place, as text is compared. */
    record Has(Place place, List<String> folded) implements Test {

        /** The place of a text in a value. */
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

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.of(folded.stream()
                    .map(part -> new Piece(part, place == Place.START, place == Place.END))
                    .toList());
        }
    }

    /**
     * Passes values in which the RE2 expression finds a part; the value is taken as it is, case and white space
     * included.
     */
    record Matches(Pattern pattern) implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            return pattern.matcher(value).find();
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }
    }

    /** Passes numbers in the range. */
    record InRange(NumberRange range) implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            BigDecimal number = reading.numbers().parse(value);
            return number != null && range.contains(number);
        }

        @Override
        public boolean wants(Wanted form) {
            return form == Wanted.NUMBER;
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }
    }

    /**
     * Passes times before, or after, the bound; the bound itself does not pass. After a moment that moves with the as-of
     * time, times pass up to the as-of time.
     */
    record OnSide(Side side, TimeBound bound) implements Test {

        /** The side of a bound. */
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
            return switch (side) {
                case BEFORE -> time < limit;
                case AFTER -> time > limit && time <= bound.last(reading.asOf());
            };
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }

        @Override
        public boolean wants(Wanted form) {
            return form == Wanted.DATE;
        }
    }

    /**
     * Passes times after the as-of time, up to so many milliseconds after it; of dates without a time also that of the day
     * of the as-of time.
     */
    record WithinNext(long duration) implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            long time = reading.times().millis(value);
            return time != TimeFormat.NONE
                    && time <= reading.asOf() + duration
                    && reading.times().end(value) > reading.asOf();
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }

        @Override
        public boolean wants(Wanted form) {
            return form == Wanted.DATE;
        }
    }

    /** Passes every value that is present and not blank. */
    record Present() implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            return true;
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.of(List.of());
        }
    }

    /** Passes missing and blank values only. */
    record Absent() implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            return false;
        }

        @Override
        public boolean holdsForMissing() {
            return true;
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.of(List.of());
        }
    }

    /** Passes e-mail addresses and URLs at one of the domains or below it. */
    record AtDomain(List<String> folded) implements Test {
        public AtDomain {
            folded = List.copyOf(folded);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            return Domains.isAtOneOf(value, folded);
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }
    }

    /** Passes values that stand in one of the lists, as text is compared. */
    record InList(List<NamedList> lists) implements Test {
        public InList {
            lists = List.copyOf(lists);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            String text = Text.fold(value);
            return lists.stream().anyMatch(list -> list.folded().contains(text));
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }
    }

    /** Passes values that are present and stand in none of the lists, as text is compared. */
    record NotInList(List<NamedList> lists) implements Test {
        public NotInList {
            lists = List.copyOf(lists);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            String text = Text.fold(value);
            return lists.stream().noneMatch(list -> list.folded().contains(text));
        }

        /** All values must pass: none of them may stand in a list. */
        @Override
        public boolean holdsFor(List<String> values, Reading reading) {
            return !values.isEmpty() && values.stream().allMatch(value -> holds(value, reading));
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }
    }

    /** Passes e-mail addresses and URLs at a domain that stands in one of the lists, or below it. */
    record AtListedDomain(List<NamedList> lists) implements Test {
        public AtListedDomain {
            lists = List.copyOf(lists);
        }

        @Override
        public boolean holds(String value, Reading reading) {
            String text = Text.fold(value);
            return lists.stream().anyMatch(list -> Domains.isAtOneOf(text, list));
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }
    }

    /**
     * Is text of the kind.
     *
     * @param name of the kind, as rule files have it
     */
    record OfKind(String name, TextKind kind) implements Test {
        @Override
        public boolean holds(String value, Reading reading) {
            return kind.holds(value);
        }

        @Override
        public Optional<List<Piece>> pieces() {
            return Optional.empty();
        }
    }

    /** Passes values that pass every one of the tests. */
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
        public boolean wants(Wanted form) {
            return tests.stream().anyMatch(test -> test.wants(form));
        }

        @Override
        public List<Test> parts() {
            return tests;
        }

        @Override
        public Optional<List<Piece>> pieces() {
            List<Piece> all = new ArrayList<>();
            for (Test test : tests) {
                Optional<List<Piece>> pieces = test.pieces();
                if (pieces.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(pieces.get());
            }
            return Optional.of(all);
        }
    }

    /** In one order, whatever that of the set. */
    private static List<Piece> whole(Set<String> folded) {
        return folded.stream().sorted().map(text -> new Piece(text, true, true)).toList();
    }
}
