package org.leadscore.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.problem.UsageException;
import org.leadscore.report.table.CsvForm;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OptionValuesTest {

    @Test
    void counts_are_whole_numbers_from_1_on() {
        assertThat(OptionValues.count("--top", "20", 7)).isEqualTo(20);
        assertThat(OptionValues.count("--top", null, 7)).isEqualTo(7);
        assertThat(OptionValues.count("--top", "99999999999", 7)).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "ten", ""})
    void anything_else_is_no_count(String text) {
        assertThatThrownBy(() -> OptionValues.count("--top", text, 7))
                .isInstanceOf(UsageException.class)
                .hasMessage("--top " + text + ": not a whole number from 1 on");
    }

    @Test
    void excel_gets_a_semicolon_unless_told_otherwise() {
        assertThat(OptionValues.form(false, null, true)).isEqualTo(CsvForm.PLAIN);
        assertThat(OptionValues.form(true, null, true)).isEqualTo(new CsvForm(';', true, true));
        assertThat(OptionValues.form(true, ",", true)).isEqualTo(new CsvForm(',', true, true));
        assertThat(OptionValues.form(false, "tab", false)).isEqualTo(new CsvForm('\t', false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";;", "\"", "\n", "a", "7", ".", "-"})
    void a_delimiter_that_could_stand_in_a_number_or_a_word_is_refused(String text) {
        assertThatThrownBy(() -> OptionValues.form(false, text, true)).isInstanceOf(UsageException.class);
    }
}
