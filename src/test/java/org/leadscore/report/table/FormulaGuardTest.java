package org.leadscore.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                " =1+1",
                "\u00A0=1+1",
                "\uFEFF=1+1",
                "\n=1+1",
                "\tplain",
                "\rplain",
                " \tplain",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM",
                "-",
                "+",
                "+1+1",
                "-1.2.3",
                "-1.5e",
                "-e5",
                "-1e5|cmd",
                "-1e5+1",
                "-1e5.5",
                "-1,23,4",
                "-%",
                "--",
                "=",
                "+34 600 123 456 ext",
                "+1 2-34",
                "+123 456 789 012 345 678-9"
            })
    void what_a_spreadsheet_would_run_gets_an_apostrophe(String cell) {
        assertThat(FormulaGuard.guard(cell)).isEqualTo("'" + cell);
        assertThat(FormulaGuard.unguard(FormulaGuard.guard(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ana",
                "a=b",
                "-10",
                "+10",
                "-10.5",
                "-10,5",
                "-1.5e3",
                "+1.5E+3",
                "-1,5e-3",
                "-.5",
                "-,5",
                "-5.",
                "-1.234,56",
                "+1,234,567.8",
                "-12.5%",
                "+34 600 123 456",
                "+49 (0)30 1234-567",
                "+1/212/555.0100",
                "+1 2-345",
                "+123 456 789 012 345-678",
                " plain",
                "'quoted'",
                "'t Hooft"
            })
    void everything_else_stays_as_it_is(String cell) {
        assertThat(FormulaGuard.guard(cell)).isEqualTo(cell);
        assertThat(FormulaGuard.unguard(cell)).isEqualTo(cell);
    }

    @Test
    void a_cell_that_looks_guarded_already_finds_its_way_back() {
        assertThat(FormulaGuard.guard("'=1+1")).isEqualTo("''=1+1");
        assertThat(FormulaGuard.unguard("''=1+1")).isEqualTo("'=1+1");
    }

    @Test
    void a_number_behind_white_space_is_guarded_since_it_is_text_there() {
        assertThat(FormulaGuard.guard(" -10")).isEqualTo("' -10");
    }
}
