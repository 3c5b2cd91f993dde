package org.leadscore.rules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecayTest {

    private static final long DAY = 86_400_000;

    @Test
    void half_is_left_after_the_half_life_and_a_quarter_after_two() {
        Decay decay = new Decay.HalfLife(30 * DAY);

        assertThat(decay.faded(10_000_000, 0)).isEqualTo(10_000_000);
        assertThat(decay.faded(10_000_000, 30 * DAY)).isEqualTo(5_000_000);
        assertThat(decay.faded(10_000_000, 60 * DAY)).isEqualTo(2_500_000);
        assertThat(decay.faded(10_000_000, 15 * DAY)).isEqualTo(7_071_068);
    }

    @Test
    void negative_points_fade_like_positive_ones() {
        assertThat(new Decay.HalfLife(30 * DAY).faded(-15_000_000, 30 * DAY)).isEqualTo(-7_500_000);
        assertThat(new Decay.Linear(90 * DAY).faded(-9_000_000, 30 * DAY)).isEqualTo(-6_000_000);
    }

    @Test
    void a_line_ends_at_nothing_and_stays_there() {
        Decay decay = new Decay.Linear(90 * DAY);

        assertThat(decay.faded(9_000_000, 0)).isEqualTo(9_000_000);
        assertThat(decay.faded(9_000_000, 30 * DAY)).isEqualTo(6_000_000);
        assertThat(decay.faded(9_000_000, 90 * DAY)).isZero();
        assertThat(decay.faded(9_000_000, 400 * DAY)).isZero();
    }

    @Test
    void a_third_is_rounded_half_even_to_millionths() {
        Decay decay = new Decay.Linear(3);

        assertThat(decay.faded(1_000_000, 1)).isEqualTo(666_667);
        assertThat(new Decay.Linear(2).faded(1, 1)).isZero();
        assertThat(new Decay.Linear(2).faded(3, 1)).isEqualTo(2);
    }

    @Test
    void steps_are_taken_when_a_period_is_full() {
        Decay decay = new Decay.Step(new BigDecimal("0.15"), 45 * DAY);

        assertThat(decay.faded(10_000_000, 45 * DAY - 1)).isEqualTo(10_000_000);
        assertThat(decay.faded(10_000_000, 45 * DAY)).isEqualTo(8_500_000);
        assertThat(decay.faded(10_000_000, 6 * 45 * DAY)).isEqualTo(1_000_000);
        assertThat(decay.faded(10_000_000, 7 * 45 * DAY)).isZero();
    }
}
