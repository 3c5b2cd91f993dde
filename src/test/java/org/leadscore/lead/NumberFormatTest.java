package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NumberFormatTest {

    private static final NumberFormat AMERICAN = new NumberFormat('.', ',');
    private static final NumberFormat GERMAN = new NumberFormat(',', '.');
    private static final NumberFormat FRENCH = new NumberFormat(',', ' ');
    private static final NumberFormat SWISS = new NumberFormat('.', '\'');

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 5",
                "$5 | 5",
                "5 $ | 5",
                "-$5 | -5",
                "$-5 | -5",
                "($5) | -5",
                "$(5.50) | -5.50",
                "(5) | -5",
                "5- | -5",
                "\u22125 | -5",
                "+5 | 5",
                "US$5 | 5",
                "5\u00A0EUR | 5",
                "eur 5 | 5",
                "kr. 5 | 5",
                "5 kr. | 5",
                "Rs.500 | 500",
                "45% | 45",
                "45 % | 45",
                "%45 | 45",
                "-4.5% | -4.5",
                ".5 | 0.5",
                "-.5 | -0.5",
                "5. | 5",
                "1e3 | 1000",
                "1.5E+06 | 1500000",
                "25E-1 | 2.5",
                "$1.5e3 | 1500",
            })
    void reads_what_exporters_write(String text, BigDecimal number) {
        assertThat(NumberFormat.USUAL.parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "$",
                "%",
                ".",
                "()",
                "(",
                "five",
                "5 people",
                "0x10",
                "1,234",
                "1 234",
                "--5",
                "(-5)",
                "-5-",
                "$5$",
                "5%%",
                "1e99",
                "1e",
                "1e+",
                "e5",
                "1.2.3",
                "5 kg",
                "NaN",
                "1.5K",
                "$ EUR 5",
                "5-6",
                "1/2",
                "12:30",
                "\u0665"
            })
    void all_else_is_no_number(String text) {
        assertThat(NumberFormat.USUAL.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,234.50 | 1234.50",
                "1234.5 | 1234.5",
                "12,345,678 | 12345678",
                "12,34,567 | 1234567",
                "$1,234 | 1234",
                "1,23 | ",
                "1,2345 | ",
                "1234,567 | ",
                ",123 | ",
                "1,,234 | ",
                "1.234,5 | ",
                "1,234,56 | ",
                "1,234,56,789 | ",
                "1.5,000 | ",
            })
    void commas_stand_between_thousands(String text, @Nullable BigDecimal number) {
        assertThat(AMERICAN.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234,50 | 1234.50", "1.234 | 1234", "1,5 € | 1.5", "-1.234.567 | -1234567"})
    void points_stand_between_thousands(String text, BigDecimal number) {
        assertThat(GERMAN.parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234,5", "1\u00A0234,5", "1\u202F234,5 €", "1234,5"})
    void a_blank_stands_for_any_blank(String text) {
        assertThat(FRENCH.parse(text)).isEqualByComparingTo("1234.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1'234.5", "1\u2019234.5", "CHF 1'234.5", "Fr. 1234.5"})
    void an_apostrophe_stands_for_both_apostrophes(String text) {
        assertThat(SWISS.parse(text)).isEqualByComparingTo("1234.5");
    }
}
