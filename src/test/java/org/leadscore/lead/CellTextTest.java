package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CellTextTest {

    @Test
    void a_value_is_shown_in_quotes_or_by_its_form() {
        String message = "a.csv:2:1: " + CellText.of("31/12/26 Müller\uD83D\uDE00") + " is not a time";

        assertThat(CellText.shown(message)).isEqualTo("a.csv:2:1: '31/12/26 Müller\uD83D\uDE00' is not a time");
        assertThat(CellText.hidden(message))
                .isEqualTo("a.csv:2:1: a value of the form 99/99/99 aaaaaa\uD83D\uDE00 is not a time");
        assertThat(CellText.isIn(message)).isTrue();
        assertThat(CellText.isIn("'a'")).isFalse();
    }

    @Test
    void a_long_form_is_cut() {
        assertThat(CellText.hidden(CellText.of("1".repeat(24)))).isEqualTo("a value of the form " + "9".repeat(24));
        assertThat(CellText.hidden(CellText.of("1".repeat(25))))
                .isEqualTo("a value of the form " + "9".repeat(24) + "…");
    }

    @Test
    void a_value_beside_its_name_is_left_out() {
        String message = "the lead" + CellText.beside("bo") + " is known" + CellText.remark(": bo, ana");

        assertThat(CellText.shown(message)).isEqualTo("the lead 'bo' is known: bo, ana");
        assertThat(CellText.hidden(message)).isEqualTo("the lead is known");
    }

    @Test
    void a_value_cannot_end_itself() {
        String message = CellText.beside("a\uFDD2b\uFDD0c\uFDD1d") + "!";

        assertThat(CellText.hidden(message)).isEqualTo("!");
        assertThat(CellText.shown(message)).isEqualTo(" 'a\uFFFDb\uFFFDc\uFFFDd'!");
    }

    @Test
    void of_a_message_that_was_cut_the_rest_is_the_value() {
        String message = CellText.of("secret").substring(0, 4);

        assertThat(CellText.hidden(message)).isEqualTo("a value of the form aaa");
        assertThat(CellText.shown(message)).isEqualTo("'sec'");
    }
}
