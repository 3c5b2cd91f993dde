package org.leadscore.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WordsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private final Words english = Words.of("en");
    private final Words spanish = Words.of("es");
    private final Words german = Words.of("de");
    private final Words romanian = Words.of("ro");

    @Test
    void days_are_written_as_the_language_writes_them() {
        assertThat(english.day(FRIDAY)).isEqualTo("Friday, 20 November");
        assertThat(spanish.day(FRIDAY)).isEqualTo("viernes, 20 de noviembre");
        assertThat(german.day(FRIDAY)).isEqualTo("Freitag, 20. November");
        assertThat(romanian.day(FRIDAY)).isEqualTo("vineri, 20 noiembrie");
    }

    @Test
    void short_days_fit_into_tables() {
        assertThat(english.shortDay(FRIDAY)).isEqualTo("Fri 20 Nov");
        assertThat(spanish.shortDay(FRIDAY)).isEqualTo("vie 20 nov");
        assertThat(german.shortDay(FRIDAY)).isEqualTo("Fr 20. Nov");
        assertThat(romanian.shortDay(FRIDAY)).isEqualTo("vin 20 nov");
    }

    @Test
    void days_with_their_years_and_days_of_months() {
        assertThat(english.dayAndYear(FRIDAY)).isEqualTo("20 November 2026");
        assertThat(spanish.dayAndYear(FRIDAY)).isEqualTo("20 de noviembre de 2026");
        assertThat(german.dayOfMonth(FRIDAY)).isEqualTo("20. November");
        assertThat(english.dayInCell(LocalDate.of(2026, 3, 9))).isEqualTo("2026-03-09");
        assertThat(romanian.dayInCell(LocalDate.of(2026, 3, 9))).isEqualTo("9 martie 2026");
    }

    @Test
    void weekdays_and_times() {
        assertThat(spanish.weekday(DayOfWeek.THURSDAY)).isEqualTo("jueves");
        assertThat(romanian.weekday(DayOfWeek.SUNDAY)).isEqualTo("duminică");
        assertThat(german.time(LocalTime.of(7, 5, 59))).isEqualTo("07:05");
    }

    @Test
    void thousands_are_parted_and_four_digits_of_Spanish_are_not() {
        assertThat(english.number(1_962)).isEqualTo("1,962");
        assertThat(german.number(1_962)).isEqualTo("1.962");
        assertThat(spanish.number(1_962)).isEqualTo("1962");
        assertThat(spanish.number(59_142)).isEqualTo("59.142");
        assertThat(romanian.number(-1_234_567)).isEqualTo("−1.234.567");
        assertThat(english.number(0)).isEqualTo("0");
    }

    @Test
    void decimals_have_the_sign_of_the_language_and_a_true_minus() {
        assertThat(english.decimal(new BigDecimal("-21.89"))).isEqualTo("−21.89");
        assertThat(german.decimal(new BigDecimal("1234.50"))).isEqualTo("1.234,50");
        assertThat(spanish.decimal(-0.004, 2)).isEqualTo("0,00");
        assertThat(english.decimal(new BigDecimal("-0.4"))).isEqualTo("−0.4");
        assertThat(german.signed(new BigDecimal("0.017"))).isEqualTo("+0,017");
        assertThat(german.signed(BigDecimal.ZERO)).isEqualTo("0");
        assertThat(german.plain(new BigDecimal("-1234.5"))).isEqualTo("-1234,5");
    }

    @Test
    void percent_signs_stand_apart_where_the_language_parts_them() {
        assertThat(english.percent(0.0125, 1)).isEqualTo("1.3%");
        assertThat(spanish.percent(0.045, 0)).isEqualTo("5\u202F%");
        assertThat(german.percent(new BigDecimal("93.1"))).isEqualTo("93,1\u202F%");
        assertThat(romanian.percent(1, 0)).isEqualTo("100\u202F%");
    }

    @Test
    void counts_take_the_form_of_their_number() {
        assertThat(english.count("unit.leads", 1)).isEqualTo("1 lead");
        assertThat(english.count("unit.leads", 0)).isEqualTo("0 leads");
        assertThat(spanish.count("unit.leads", 1)).isEqualTo("1 lead");
        assertThat(german.count("unit.leads", 2_000)).isEqualTo("2.000 Leads");
    }

    @Test
    void Romanian_says_de_from_twenty_on_and_not_from_a_hundred_and_one_to_a_hundred_and_nineteen() {
        assertThat(List.of(0L, 1L, 2L, 19L, 20L, 100L, 101L, 119L, 120L, 1_001L))
                .extracting(n -> romanian.count("unit.leads", n))
                .containsExactly(
                        "0 lead-uri",
                        "1 lead",
                        "2 lead-uri",
                        "19 lead-uri",
                        "20 de lead-uri",
                        "100 de lead-uri",
                        "101 lead-uri",
                        "119 lead-uri",
                        "120 de lead-uri",
                        "1.001 lead-uri");
    }

    @Test
    void an_amount_with_decimals_is_more_than_one() {
        assertThat(romanian.countPlain("sentence.points", new BigDecimal("20.5"), "Demo"))
                .isEqualTo("Demo (20,5 puncte)");
        assertThat(romanian.countPlain("sentence.points", new BigDecimal("20"), "Demo"))
                .isEqualTo("Demo (20 de puncte)");
        assertThat(english.countPlain("sentence.points", new BigDecimal("-1"), "Demo"))
                .isEqualTo("Demo (-1 point)");
        assertThat(english.countPlain("sentence.points", new BigDecimal("0.5"), "Demo"))
                .isEqualTo("Demo (0.5 points)");
    }

    @Test
    void lists_end_with_the_word_for_and() {
        assertThat(english.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(german.list(List.of("a", "b"))).isEqualTo("a und b");
        assertThat(romanian.list(List.of("a"))).isEqualTo("a");
        assertThat(english.list(List.of())).isEmpty();
    }

    @Test
    void Spanish_says_e_before_the_sound_of_i() {
        assertThat(spanish.list(List.of("Cargo", "Industria"))).isEqualTo("Cargo e Industria");
        assertThat(spanish.list(List.of("Cargo", "historial"))).isEqualTo("Cargo e historial");
        assertThat(spanish.list(List.of("Cargo", "hielo"))).isEqualTo("Cargo y hielo");
        assertThat(spanish.list(List.of("Cargo", "Demo"))).isEqualTo("Cargo y Demo");
        assertThat(german.list(List.of("Demo", "Industrie"))).isEqualTo("Demo und Industrie");
    }

    @Test
    void values_stand_as_they_are_even_when_they_look_like_places() {
        assertThat(english.text("page.range", "{1} it's", "{0}")).isEqualTo("{1} it's to {0}");
    }

    @Test
    void a_key_or_a_value_that_is_not_there_is_a_bug() {
        assertThatThrownBy(() -> english.text("no.such.key")).hasMessage("no words for no.such.key");
        assertThatThrownBy(() -> english.text("page.range", 1)).hasMessage("no value for {1} of page.range");
        assertThatThrownBy(() -> Words.of("fr")).hasMessage("no words in the language fr");
    }
}
