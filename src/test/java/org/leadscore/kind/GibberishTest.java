package org.leadscore.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GibberishTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "real-names.txt", delimiter = '\t', quoteCharacter = '"')
    void a_real_name_passes(String language, String name) {
        assertThat(Gibberish.holds(name)).as(language).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "real-names.txt", delimiter = '\t', quoteCharacter = '"')
    void a_real_name_passes_in_capitals(String language, String name) {
        assertThat(Gibberish.holds(name.toUpperCase(Locale.ROOT))).as(language).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mashings")
    void mashing_is_caught(String text) {
        assertThat(Gibberish.holds(text)).isTrue();
    }

    @Tag("long")
    @Test
    void a_word_in_other_letters_beside_it_changes_nothing() {
        SplittableRandom random = new SplittableRandom(1);
        int gibberish = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(14); left >= 0; left--) {
                text.append("asdfghjklqwertAEIOzxcv -'.4\t_".charAt(random.nextInt(29)));
            }
            boolean holds = Gibberish.holds(text.toString());
            gibberish += holds ? 1 : 0;

            assertThat(Gibberish.holds(text + " \u0416")).as(text.toString()).isEqualTo(holds);
        }
        assertThat(gibberish).isBetween(1_000, 19_000);
    }

    @Test
    void three_keys_in_a_row_may_be_initials() {
        assertThat(Gibberish.holds("DFG")).isFalse();
        assertThat(Gibberish.holds("asd")).isFalse();
    }

    @Test
    void the_ferry_line_whose_initials_lie_on_the_home_row_passes() {
        assertThat(Gibberish.holds("DFDS")).isFalse();
    }

    @Test
    void an_abbreviation_and_a_word_written_as_one_pass() {
        assertThat(Gibberish.holds("DMGMotors")).isFalse();
        assertThat(Gibberish.holds("HBMMachines")).isFalse();
    }

    @Test
    void an_abbreviation_of_five_consonants_passes() {
        assertThat(Gibberish.holds("LGBTQ NSPCC CBMMZ")).isFalse();
    }

    @Test
    void words_that_hold_a_walk_along_the_top_row_pass() {
        assertThat(Gibberish.holds("Wert Liberty Doherty")).isFalse();
        assertThat(Gibberish.holds("Schwertz")).isFalse();
        assertThat(Gibberish.holds("Azertac")).isFalse();
    }

    @Test
    void a_name_that_repeats_a_syllable_passes() {
        assertThat(Gibberish.holds("Jojo Lulu Mimi")).isFalse();
        assertThat(Gibberish.holds("TomTom")).isFalse();
        assertThat(Gibberish.holds("Lalala")).isFalse();
    }

    @Test
    void other_scripts_are_not_judged() {
        assertThat(Gibberish.holds("йцукен фыва")).isFalse();
        assertThat(Gibberish.holds("ああああああ")).isFalse();
        assertThat(Gibberish.holds("ξξξξξξ")).isFalse();
    }

    @Test
    void a_word_that_mixes_scripts_is_not_judged() {
        assertThat(Gibberish.holds("аsdfgh")).isFalse(); // its first letter is Cyrillic
    }

    @Test
    void digits_and_signs_are_not_judged() {
        assertThat(Gibberish.holds("1234567890")).isFalse();
        assertThat(Gibberish.holds("-----")).isFalse();
        assertThat(Gibberish.holds("😀😀😀😀😀")).isFalse();
    }

    @Test
    void digits_do_not_hide_mashing() {
        assertThat(Gibberish.holds("12asdfgh34")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASDFGH", "ÀSDFGH", "a\u0301sdfgh", "\u00A0asdfgh\u00A0", "ａｓｄｆｇｈ"})
    void case_accents_width_and_surrounding_space_do_not_matter(String text) {
        assertThat(Gibberish.holds(text)).isTrue();
    }

    @Test
    void the_dotless_i_of_turkish_is_a_vowel() {
        assertThat(Gibberish.holds("ŞIRNAK ışıklı KIRKLAR")).isFalse();
    }

    private static Stream<String> mashings() {
        return ShippedList.lines("mashings.txt").stream();
    }
}
