package org.leadscore.rules.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.rules.condition.NumberRange;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NumberRangeTest {

    private static final NumberRange FROM_3 = range("3", true, null, false);
    private static final NumberRange ABOVE_3 = range("3", false, null, false);
    private static final NumberRange BELOW_3 = range(null, false, "3", false);

    @Test
    void a_bound_is_in_the_range_or_not() {
        assertThat(FROM_3.contains(3)).isTrue();
        assertThat(ABOVE_3.contains(3)).isFalse();
        assertThat(ABOVE_3.contains(new BigDecimal("3.0001"))).isTrue();
        assertThat(BELOW_3.contains(3)).isFalse();
        assertThat(BELOW_3.contains(-1_000)).isTrue();
        assertThat(range("3.0", true, "3.0", true).contains(3)).isTrue();
        assertThat(range("3e2", true, "3e2", true).contains(300)).isTrue();
        assertThat(ABOVE_3.containsFraction(6, 2)).isFalse();
        assertThat(ABOVE_3.containsFraction(7, 2)).isTrue();
    }

    @Test
    void a_fraction_is_compared_exactly() {
        NumberRange third = range("0.3333333333", true, null, false);

        assertThat(third.containsFraction(1, 3)).isTrue();
        assertThat(range("0.33333333333333333333", true, null, false).containsFraction(1, 3))
                .isTrue();
        assertThat(range("0.33333333333333333334", true, null, false).containsFraction(1, 3))
                .isFalse();
        assertThat(range("9007199254740993", true, null, false).contains(9007199254740992L))
                .isFalse();
        assertThat(range("0.5", true, null, false).containsFraction(1, 2)).isTrue();
        assertThat(range("0.5", false, null, false).containsFraction(1, 2)).isFalse();
    }

    @Test
    void counting_may_stop_beyond_the_last_bound() {
        assertThat(FROM_3.enough()).isEqualTo(4);
        assertThat(range("3", true, "7", true).enough()).isEqualTo(8);
        assertThat(range(null, false, "-2", true).enough()).isEqualTo(1);
    }

    @Test
    void a_range_whose_ends_have_passed_each_other_is_empty() {
        assertThat(range("3", true, "3", true).isEmpty()).isFalse();
        assertThat(range("3", true, "3", false).isEmpty()).isTrue();
        assertThat(range("4", true, "3", true).isEmpty()).isTrue();
        assertThat(FROM_3.isEmpty()).isFalse();
    }

    @Test
    void counts_are_whole_and_not_negative() {
        assertThat(TierReach.COUNTS.isPossible(range("2", false, "3", false))).isFalse();
        assertThat(TierReach.VALUES.isPossible(range("2", false, "3", false))).isTrue();
        assertThat(TierReach.COUNTS.isPossible(range(null, false, "0", false))).isFalse();
        assertThat(TierReach.RATES.isPossible(range(null, false, "0", true))).isTrue();
    }

    @Test
    void a_range_is_covered_by_several_that_meet() {
        NumberRange all = range("1", true, "5", true);

        assertThat(TierReach.COUNTS.isCovered(all, List.of(range("1", true, "2", true), range("3", true, null, true))))
                .isTrue();
        assertThat(TierReach.VALUES.isCovered(all, List.of(range("1", true, "2", true), range("3", true, null, true))))
                .isFalse();
        assertThat(TierReach.VALUES.isCovered(
                        all, List.of(range(null, true, "3", false), range("3", true, null, true))))
                .isTrue();
        assertThat(TierReach.VALUES.isCovered(
                        all, List.of(range(null, true, "3", false), range("3", false, null, true))))
                .isFalse();
    }

    private static NumberRange range(String low, boolean lowIsIn, String high, boolean highIsIn) {
        return new NumberRange(
                low == null ? null : new BigDecimal(low),
                lowIsIn,
                high == null ? null : new BigDecimal(high),
                highIsIn);
    }
}
