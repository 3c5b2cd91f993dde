package org.leadscore.rules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PowerOfTwoTest {

    @Test
    void is_off_by_four_units_in_the_last_place_at_most() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            double exponent = -random.nextDouble() * Math.scalb(1.0, random.nextInt(-40, 11));
            double exact = StrictMath.pow(2, exponent);

            assertThat(Math.abs(PowerOfTwo.near(exponent) - exact))
                    .as("2^" + exponent)
                    .isLessThanOrEqualTo(4 * Math.ulp(exact));
        }
    }

    @Test
    void whole_exponents_are_exact() {
        assertThat(PowerOfTwo.near(0)).isEqualTo(1);
        assertThat(PowerOfTwo.near(-0.0)).isEqualTo(1);
        assertThat(PowerOfTwo.near(-1)).isEqualTo(0.5);
        assertThat(PowerOfTwo.near(-999)).isEqualTo(Math.scalb(1.0, -999));
        assertThat(PowerOfTwo.near(-1074)).isEqualTo(Double.MIN_VALUE);
        assertThat(PowerOfTwo.near(-5000)).isZero();
    }
}
