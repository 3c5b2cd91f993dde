package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PointsFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "20000000, 20",
        "-10000000, -10",
        "500000, 0.5",
        "-500000, -0.5",
        "12345000, 12.35",
        "-12345000, -12.35",
        "4999, 0",
        "-4999, 0",
        "5000, 0.01",
        "1005000, 1.01",
        "999995000, 1000",
        "9223372036854775807, 9223372036854.78",
        "9223372036850004999, 9223372036850",
        "-9223372036854775808, -9223372036854.78",
    })
    void two_decimals_at_most_rounded_away_from_zero(long millionths, String text) {
        assertThat(Points.format(millionths, 2)).isEqualTo(text);
    }

    @Test
    void all_six_decimals_are_what_the_exact_decimal_says() {
        assertThat(new SplittableRandom(3).longs(10_000, -1L << 40, 1L << 40).boxed())
                .allSatisfy(millionths -> assertThat(Points.format(millionths, 6))
                        .isEqualTo(Points.toDecimal(millionths)
                                .setScale(6, RoundingMode.UNNECESSARY)
                                .stripTrailingZeros()
                                .toPlainString()));
    }
}
