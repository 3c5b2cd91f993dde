package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.NumberRange;

/** Numbers that a tier can test; tells whether a tier can be reached at all, given the tiers before it. */
enum TierReach {
    /** Whole numbers from 0. */
    COUNTS {
        @Override
        NumberRange within(NumberRange range) {
            BigDecimal low = range.low() == null ? BigDecimal.ZERO : whole(range.low(), !range.lowIsIn());
            BigDecimal high = range.high() == null ? null : whole(range.high(), range.highIsIn());
            return new NumberRange(low.max(BigDecimal.ZERO), true, high, false);
        }

        @Override
        String outside() {
            return "no count is in this range; counts are whole numbers from 0";
        }

        /** The whole number at which the range begins, or before which it ends. */
        private BigDecimal whole(BigDecimal bound, boolean beyond) {
            BigDecimal floor = bound.setScale(0, RoundingMode.FLOOR);
            boolean isWhole = floor.compareTo(bound) == 0;
            return isWhole && !beyond ? floor : floor.add(BigDecimal.ONE);
        }
    },
    /** Fractions from 0. */
    RATES {
        @Override
        NumberRange within(NumberRange range) {
            return atLeast(range, BigDecimal.ZERO, true);
        }

        @Override
        String outside() {
            return "no rate is in this range; rates are numbers from 0";
        }
    },
    /** Any number. */
    VALUES {
        @Override
        NumberRange within(NumberRange range) {
            return range;
        }

        @Override
        String outside() {
            return "no number is in this range";
        }
    };

    /** The message about a tier that cannot be reached. */
    static final String NEVER =
            "this tier can never be reached, as the tiers above take all that it would; put it above them";

    /** The part of the range in which there are such numbers. */
    abstract NumberRange within(NumberRange range);

    /** The sentence that says that a range has none of the numbers. */
    abstract String outside();

    /** True when there is a number in the range. */
    boolean isPossible(NumberRange range) {
        return !within(range).isEmpty();
    }

    /** True when every number of the range is in one of the others. */
    boolean isCovered(NumberRange range, List<NumberRange> others) {
        List<NumberRange> left = List.of(within(range));
        for (NumberRange other : others) {
            NumberRange taken = within(other);
            List<NumberRange> rest = new ArrayList<>();
            for (NumberRange part : left) {
                addBelow(part, taken, rest);
                addAbove(part, taken, rest);
            }
            left = rest;
        }
        return left.isEmpty();
    }

    private static void addBelow(NumberRange part, NumberRange taken, List<NumberRange> rest) {
        if (taken.low() != null) {
            add(atMost(part, taken.low(), !taken.lowIsIn()), rest);
        }
    }

    private static void addAbove(NumberRange part, NumberRange taken, List<NumberRange> rest) {
        if (taken.high() != null) {
            add(atLeast(part, taken.high(), !taken.highIsIn()), rest);
        }
    }

    private static void add(NumberRange part, List<NumberRange> rest) {
        if (!part.isEmpty()) {
            rest.add(part);
        }
    }

    private static NumberRange atLeast(NumberRange range, BigDecimal low, boolean isIn) {
        int order = compare(range.low(), low);
        return order > 0 || order == 0 && !range.lowIsIn()
                ? range
                : new NumberRange(low, isIn, range.high(), range.highIsIn());
    }

    private static NumberRange atMost(NumberRange range, BigDecimal high, boolean isIn) {
        BigDecimal own = range.high();
        int order = own == null ? 1 : own.compareTo(high);
        return order < 0 || order == 0 && !range.highIsIn()
                ? range
                : new NumberRange(range.low(), range.lowIsIn(), high, isIn);
    }

    private static int compare(@Nullable BigDecimal low, BigDecimal other) {
        return low == null ? -1 : low.compareTo(other);
    }
}
