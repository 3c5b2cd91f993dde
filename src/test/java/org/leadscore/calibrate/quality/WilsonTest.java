package org.leadscore.calibrate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadscore.calibrate.rows.Counts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WilsonTest {

    /** The examples of Newcombe 1998, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void gives_what_newcombe_printed(int conversions, int leads, double low, double high) {
        Interval interval = Wilson.of(new Counts(leads, conversions));

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void stays_within_what_a_rate_can_be() {
        assertThat(Wilson.of(new Counts(12, 0)).low()).isZero();
        assertThat(Wilson.of(new Counts(12, 12)).high()).isEqualTo(1);
        assertThat(Wilson.of(new Counts(0, 0))).isEqualTo(new Interval(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"1000, 0.02", "400, 0.05", "200, 0.10", "5000, 0.004", "60, 0.5"})
    void holds_the_true_rate_in_95_of_100_cases(int leads, double rate) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        int held = 0;
        for (int i = 0; i < 4_000; i++) {
            int conversions = (int) random.doubles(leads).filter(x -> x < rate).count();
            held += Wilson.of(new Counts(leads, conversions)).contains(rate) ? 1 : 0;
        }

        assertThat(held / 4_000.0).isBetween(0.93, 0.97);
    }
}
