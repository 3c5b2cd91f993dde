package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PointsTest {

    @ParameterizedTest
    @CsvSource({
        "25000000, 25",
        "-10000000, -10",
        "500000, 0.5",
        "1005000, 1.01",
        "-1005000, -1.01",
        "4999, 0",
        "-4999, 0",
        "5000, 0.01",
        "0, 0",
        "10000000, 10",
        "1234567, 1.23"
    })
    void are_shown_half_up_without_trailing_zeros(long millionths, String shown) {
        assertThat(Points.format(millionths, 2)).isEqualTo(shown);
    }

    @Test
    void a_fraction_is_rounded_half_even() {
        assertThat(Points.scale(5, 1, 2)).isEqualTo(2);
        assertThat(Points.scale(7, 1, 2)).isEqualTo(4);
        assertThat(Points.scale(-5, 1, 2)).isEqualTo(-2);
        assertThat(Points.scale(-7, 1, 2)).isEqualTo(-4);
        assertThat(Points.scale(10, 1, 3)).isEqualTo(3);
    }

    @Test
    void scaling_is_exact_for_fractions_of_any_size() {
        SplittableRandom random = new SplittableRandom(11);

        for (int i = 0; i < 20_000; i++) {
            long millionths = random.nextLong(-100_000_000_000L, 100_000_000_000L);
            long denominator = random.nextLong(1, 40_000_000_000L);
            long numerator = random.nextLong(denominator + 1);
            assertThat(Points.scale(millionths, numerator, denominator))
                    .isEqualTo(BigDecimal.valueOf(millionths)
                            .multiply(BigDecimal.valueOf(numerator))
                            .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN)
                            .longValueExact());
        }
    }

    @Test
    void scaling_by_a_double_rounds_the_exact_product() {
        SplittableRandom random = new SplittableRandom(12);

        for (int i = 0; i < 20_000; i++) {
            long millionths = random.nextLong(-100_000_000_000L, 100_000_000_000L);
            double factor = random.nextInt(4) == 0 ? Math.scalb(1.0, -random.nextInt(1, 40)) : random.nextDouble();
            assertThat(Points.scale(millionths, Math.nextUp(factor), () -> factor))
                    .isEqualTo(new BigDecimal(factor)
                            .multiply(BigDecimal.valueOf(millionths))
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact());
        }
    }

    @Test
    void scaling_by_a_decimal_is_exact_and_rounded_half_even() {
        SplittableRandom random = new SplittableRandom(12);

        for (int i = 0; i < 20_000; i++) {
            long millionths = random.nextLong(-100_000_000_000L, 100_000_000_000L);
            BigDecimal factor = BigDecimal.valueOf(random.nextLong(2_000), random.nextInt(4));
            assertThat(Points.scale(millionths, factor.doubleValue(), factor))
                    .isEqualTo(BigDecimal.valueOf(millionths)
                            .multiply(factor)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact());
        }
        assertThat(Points.scale(5, 0.5, new BigDecimal("0.5"))).isEqualTo(2);
        assertThat(Points.scale(-7, 0.5, new BigDecimal("0.5"))).isEqualTo(-4);
    }

    @Test
    void weighing_goes_no_further_than_the_most() {
        assertThat(Points.weigh(-5_000_000, 0.8, new BigDecimal("0.8"))).isEqualTo(-4_000_000);
        assertThat(Points.weigh(Points.MOST, 3, new BigDecimal("3"))).isEqualTo(Points.MOST);
        assertThat(Points.weigh(-Points.MOST, 3, new BigDecimal("3"))).isEqualTo(-Points.MOST);
    }

    @ParameterizedTest
    @CsvSource({
        "873, 1, 87.3",
        "-5, 2, -0.05",
        "100, 0, 100",
        "0, 1, 0.0",
        "-1234567, 6, -1.234567",
        "7, 8, 0.00000007",
        "-9223372036854775808, 0, -9223372036854775808",
        "-9223372036854775808, 19, -0.9223372036854775808"
    })
    void units_are_written_with_all_their_decimals(long units, int decimals, String written) {
        byte[] text = new byte[Points.room(decimals)];

        int start = Points.putPlain(units, decimals, text, text.length);

        assertThat(new String(text, start, text.length - start, StandardCharsets.UTF_8))
                .isEqualTo(written);
    }
}
