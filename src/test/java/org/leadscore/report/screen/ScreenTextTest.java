package org.leadscore.report.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreenTextTest {

    @Test
    void letters_take_a_column_wide_ones_two_and_marks_none() {
        assertThat(ScreenText.width("Zoe\u0308")).isEqualTo(3);
        assertThat(ScreenText.width("山田")).isEqualTo(4);
        assertThat(ScreenText.width("דנה")).isEqualTo(3);
        assertThat(ScreenText.width("🏭☕")).isEqualTo(4);
        assertThat(ScreenText.width("🇪🇸")).isEqualTo(2);
        assertThat(ScreenText.width("한")).isEqualTo(2);
        assertThat(ScreenText.width("")).isZero();
    }

    @Test
    void a_cut_keeps_within_the_columns_and_never_parts_a_letter_from_its_marks() {
        assertThat(ScreenText.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(ScreenText.cut("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(ScreenText.cut("山田太郎", 6)).isEqualTo("山田…");
        assertThat(ScreenText.cut("abe\u0301fgh", 4)).isEqualTo("abe\u0301…");
    }

    @Test
    void a_sentence_breaks_at_blanks_and_leaves_long_words_whole() {
        assertThat(ScreenText.sentence("the file /srv/exports/of/a/tool/contacts.csv is empty", 20, 2))
                .containsExactly("the file", "  /srv/exports/of/a/tool/contacts.csv", "  is empty");
    }

    @Test
    void a_sentence_fits_screens_of_40_80_and_120_columns() {
        String sentence =
                "no event of 'events' belongs to a lead of the contact list; is 'lead' the right column, here and"
                        + " there?";

        assertThat(ScreenText.sentence(sentence, 40, 2))
                .containsExactly(
                        "no event of 'events' belongs to a lead",
                        "  of the contact list; is 'lead' the",
                        "  right column, here and there?");
        assertThat(ScreenText.sentence(sentence, 80, 2))
                .containsExactly(
                        "no event of 'events' belongs to a lead of the contact list; is 'lead' the right",
                        "  column, here and there?");
        assertThat(ScreenText.sentence(sentence, 120, 2)).containsExactly(sentence);
    }

    @Test
    void a_cell_breaks_within_words_that_are_too_long_and_keeps_its_indent() {
        assertThat(ScreenText.cell("  abcdefghijkl mno", 10)).containsExactly("  abcdefgh", "    ijkl", "    mno");
        assertThat(ScreenText.cell("株式会社東京", 5)).containsExactly("株式", "会社", "東京");
    }
}
