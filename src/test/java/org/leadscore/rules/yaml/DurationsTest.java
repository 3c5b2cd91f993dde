package org.leadscore.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks how durations are written. */
class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0d",
        "1000, 1s",
        "90000, 90s",
        "1800000, 30m",
        "5400000, 90m",
        "3600000, 1h",
        "86400000, 1d",
        "604800000, 7d",
        "90000000, 25h",
        "1500, 1s"
    })
    void a_duration_is_written_in_the_greatest_unit_that_it_is_a_whole_number_of(long millis, String expected) {
        assertThat(Durations.format(millis)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1s", "90s", "30m", "25h", "7d", "36525d"})
    void a_duration_that_is_written_reads_as_itself(String text) {
        assertThat(Durations.format(Durations.parse(text).orElseThrow())).isEqualTo(text);
    }
}
