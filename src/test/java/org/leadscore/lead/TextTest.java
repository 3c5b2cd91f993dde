package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextTest {

    @Test
    void no_break_spaces_are_stripped_like_others() {
        assertThat(Text.strip("\u00A0\t Ana\u202F\u2007 \n")).isEqualTo("Ana");
    }

    @Tag("long")
    @Test
    void folding_agrees_with_equalsIgnoreCase() {
        String alphabet = "aAbBiIıİsSſßkKKéÉΣσςЖж𐐀𐐨ǅǆǄ";
        int[] letters = alphabet.codePoints().toArray();
        SplittableRandom random = new SplittableRandom(7);

        for (int i = 0; i < 50_000; i++) {
            String one = Character.toString(letters[random.nextInt(letters.length)])
                    + Character.toString(letters[random.nextInt(letters.length)]);
            String other = Character.toString(letters[random.nextInt(letters.length)])
                    + Character.toString(letters[random.nextInt(letters.length)]);
            assertThat(Text.fold(one).equals(Text.fold(other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(one.equalsIgnoreCase(other));
        }
    }

    @Test
    void order_by_code_point_puts_what_is_beyond_the_first_plane_last() {
        assertThat(Text.compareByCodePoint("\uFF5E", "\uD83D\uDE00")).isNegative();
        assertThat(Text.compareByCodePoint("a", "ab")).isNegative();
        assertThat(Text.compareByCodePoint("b", "ab")).isPositive();
        assertThat(Text.compareByCodePoint("ana", "ana")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "-0.50, -0.50",
        "+3, 3",
        "' 12 ', 12",
        "010, 10",
        "99999999999999999999.5, 99999999999999999999.5"
    })
    void numbers_are_digits_with_at_most_one_point(String text, BigDecimal expected) {
        assertThat(Numbers.parse(text, '.')).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1e3", "1,000", "1_000", ".5", "5.", "1.2.3", "٣", "0x10", "NaN", "1 000", "--1"})
    void nothing_else_is_a_number(String text) {
        assertThat(Numbers.parse(text, '.')).isNull();
    }

    @Test
    void a_source_may_write_its_decimals_with_a_comma() {
        assertThat(Numbers.parse("1,5", ',')).isEqualByComparingTo("1.5");
        assertThat(Numbers.parse("1.5", ',')).isNull();
    }
}
