package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShownTextTest {

    @Test
    void what_a_terminal_obeys_is_shown_by_its_number() {
        assertThat(ShownText.of("a\u001B[31m\u0007\b\u007F\u009B5m\0z"))
                .isEqualTo("a\\u001B[31m\\u0007\\u0008\\u007F\\u009B5m\\u0000z");
    }

    @Test
    void marks_that_turn_letters_around_are_shown_by_their_number() {
        assertThat(ShownText.of("\u061C\u200E\u200F\u202A\u202E\u2066\u2069"))
                .isEqualTo("\\u061C\\u200E\\u200F\\u202A\\u202E\\u2066\\u2069");
        assertThat(ShownText.of("\u2028\u2029")).isEqualTo("\\u2028\\u2029");
    }

    @Test
    void letters_of_any_script_stay() {
        String text = "Ünal שלום مرحبا नमस्ते می\u200Cخواهم 👩\u200D💻 … ~";

        assertThat(ShownText.of(text)).isEqualTo(text);
    }

    @Test
    void lines_and_tabs_of_the_program_stay_and_a_lone_cr_does_not() {
        assertThat(ShownText.of("a\tb\nc\r\nd\re\r")).isEqualTo("a\tb\nc\r\nd\\u000De\\u000D");
    }

    @Test
    void a_value_cannot_begin_a_line() {
        assertThat(ShownText.onOneLine("a\tb\nc\r\nd")).isEqualTo("a\\u0009b\\u000Ac\\u000D\\u000Ad");
    }

    @Test
    void text_that_was_made_fit_stays_as_it_is() {
        String shown = ShownText.onOneLine("a\u001B\u202E\n");

        assertThat(ShownText.of(shown)).isEqualTo("a\\u001B\\u202E\\u000A");
    }
}
