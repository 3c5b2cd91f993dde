package org.leadscore.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoundedNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"4.9E+11", "4,90123E+11", "1E+9", "12e+2", "4.9E+100"})
    void what_a_spreadsheet_makes_of_a_long_number_is_told(String text) {
        assertThat(isRounded(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "E+11",
                "1E5",
                "4.9E-11",
                "4.E+11",
                ".9E+11",
                "4.9.1E+11",
                "cus_4E+11",
                "4.9E+",
                "4.9E+1000",
                "490123456789",
                "+11"
            })
    void other_ids_are_not(String text) {
        assertThat(isRounded(text)).isFalse();
    }

    private static boolean isRounded(String text) {
        byte[] bytes = ("x" + text).getBytes(StandardCharsets.UTF_8);
        return RoundedNumber.is(bytes, 1, text.length());
    }
}
