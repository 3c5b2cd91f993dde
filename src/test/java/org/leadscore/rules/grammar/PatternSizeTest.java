package org.leadscore.rules.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatternSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "abc => 3",
                "a{3} => 3",
                "a{2,5}b => 6",
                "a{7,} => 8",
                "(ab){10} => 30",
                "(?:ab){10} => 30",
                "(?P<name>ab){10} => 30",
                "(?i)ab => 2",
                "((a{1,10}){1,10}){1,10} => 1110",
                "[a-z0-9]{20} => 20",
                "[]{5}]{4} => 4",
                "[^]a]{4} => 4",
                "[[:alpha:]]{6} => 6",
                "\\p{Lu}{5} => 5",
                "\\x{10FFFF}{5} => 5",
                "\\({5} => 5",
                "\\Qa{9}(\\E => 5",
                "a{b}{3} => 6",
                "a{99999} => 8",
                "a{,5} => 5",
                "(a => 2",
                "a) => 1",
                "a{1000}{1000} => 1000000",
            })
    void a_pattern_is_as_long_as_its_repetitions_written_out(String pattern, long size) {
        assertThat(PatternSize.of(pattern)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "((a{1,1000}){1,1000}){1,1000} => 1001001000",
                "((((((a{999}){999}){999}){999}){999}){999}){999} => 1099511627776",
            })
    void a_pattern_without_end_has_a_size(String pattern, long size) {
        assertThat(PatternSize.of(pattern)).isEqualTo(size);
    }
}
