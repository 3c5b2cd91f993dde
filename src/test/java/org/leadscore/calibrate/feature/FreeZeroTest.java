package org.leadscore.calibrate.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreeZeroTest {

    /** Points 3.1 apart become four apart when they are rounded without a shift, and points 0.8 apart become equal. */
    @Test
    void two_values_end_up_as_far_apart_as_rounding_allows() {
        assertThat(rounded(new double[] {1.6, -1.5}, 100, 100)).containsExactly(2, -1);
        assertThat(rounded(new double[] {0.4, -0.4}, 100, 100)).containsExactly(0, -1);
    }

    @Test
    void the_values_that_most_leads_have_count_most() {
        assertThat(rounded(new double[] {0.45, -0.45, 1.1}, 500, 500, 1)).containsExactly(0, -1, 1);
    }

    @Test
    void points_that_rounding_leaves_as_they_are_stay() {
        assertThat(FreeZero.shift(new double[] {3, 0, -2}, new int[] {1, 2, 3})).isZero();
        assertThat(FreeZero.shift(new double[] {0, 0}, new int[] {10, 20})).isZero();
        assertThat(FreeZero.shift(new double[] {7.3}, new int[] {10})).isZero();
        assertThat(FreeZero.shift(new double[] {}, new int[] {})).isZero();
    }

    private static int[] rounded(double[] points, int... leads) {
        double shift = FreeZero.shift(points, leads);
        assertThat(shift).isBetween(-0.5, 0.5);
        return Arrays.stream(points)
                .mapToInt(point -> (int) Math.rint(point + shift))
                .toArray();
    }
}
