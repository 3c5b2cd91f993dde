package org.leadscore.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10/15/2026, 10:55:00 PM | 2026-10-15T22:55:00Z",
                "10/15/2026 10:55 PM | 2026-10-15T22:55:00Z",
                "10/15/2026 10:55:07PM | 2026-10-15T22:55:07Z",
                "15.10.2026, 22:55 | 2026-10-15T22:55:00Z",
                "15.10.2026 22.55 | 2026-10-15T22:55:00Z",
                "15.10.2026 um 22:55 Uhr | 2026-10-15T22:55:00Z",
                "15.10.26 | 2026-10-15T00:00:00Z",
                "3.7.2026 9:05 | 2026-07-03T09:05:00Z",
                "Oct 15, 2026, 10:55 PM | 2026-10-15T22:55:00Z",
                "Oct 15, 2026 10:55 PM | 2026-10-15T22:55:00Z",
                "October 15, 2026 | 2026-10-15T00:00:00Z",
                "October 15, 2026 at 10:55 PM | 2026-10-15T22:55:00Z",
                "15 October 2026 22:55 | 2026-10-15T22:55:00Z",
                "15 Oct 2026 | 2026-10-15T00:00:00Z",
                "15-Oct-2026 | 2026-10-15T00:00:00Z",
                "15-Oct-26 | 2026-10-15T00:00:00Z",
                "Oct-15-2026 | 2026-10-15T00:00:00Z",
                "2026-Oct-15 | 2026-10-15T00:00:00Z",
                "2026 Oct 15 | 2026-10-15T00:00:00Z",
                "Thu, 15 Oct 2026 22:55:00 +0200 | 2026-10-15T20:55:00Z",
                "Thu, 15 Oct 2026 22:55:00 GMT | 2026-10-15T22:55:00Z",
                "Thursday, October 15, 2026 | 2026-10-15T00:00:00Z",
                "Thu Oct 15 22:55:00 2026 | 2026-10-15T22:55:00Z",
                "Thu Oct 15 22:55:00 UTC 2026 | 2026-10-15T22:55:00Z",
                "Thu Oct 15 2026 22:55:00 GMT+0200 (Central European Summer Time) | 2026-10-15T20:55:00Z",
                "15/Oct/2026:22:55:00 +0000 | 2026-10-15T22:55:00Z",
                "2026/10/15 22:55:00 | 2026-10-15T22:55:00Z",
                "2026.10.15 | 2026-10-15T00:00:00Z",
                "2026-10-15 9:05 | 2026-10-15T09:05:00Z",
                "2026-10-15T22:55:00.123Z | 2026-10-15T22:55:00.123Z",
                "2026-10-15 10:55:00 PM | 2026-10-15T22:55:00Z",
                "20261015 | 2026-10-15T00:00:00Z",
                "20261015225500 | 2026-10-15T22:55:00Z",
                "202610152255 | 2026-10-15T22:55:00Z",
                "2026101522 | 2026-10-15T22:00:00Z",
                "20261015T225500Z | 2026-10-15T22:55:00Z",
                "20261015 22:55 | 2026-10-15T22:55:00Z",
                "22:55 15.10.2026 | 2026-10-15T22:55:00Z",
                "10:55 PM, 10/15/2026 | 2026-10-15T22:55:00Z",
                "15/10/2026 - 22h55 | 2026-10-15T22:55:00Z",
                "15/10/2026 à 22:55 | 2026-10-15T22:55:00Z",
                "10/15/2026 10:55:00.123 PM | 2026-10-15T22:55:00.123Z",
                "1/15/2026 22:55 EST | 2026-01-16T03:55:00Z",
                "1792104900 | 2026-10-15T22:55:00Z",
                "1792104900.25 | 2026-10-15T22:55:00.250Z",
                "1792104900123 | 2026-10-15T22:55:00.123Z",
                "1792104900123456 | 2026-10-15T22:55:00.123Z",
                "1792104900123456789 | 2026-10-15T22:55:00.123Z",
                "46310.954861111 | 2026-10-15T22:55:00Z",
                "46310 | 2026-10-15T00:00:00Z",
                "15. Oktober 2026 | 2026-10-15T00:00:00Z",
                "15. Okt. 2026, 22:55 | 2026-10-15T22:55:00Z",
                "Donnerstag, 15. Oktober 2026 | 2026-10-15T00:00:00Z",
                "15 de octubre de 2026 | 2026-10-15T00:00:00Z",
                "15 dic 2026 22:55 | 2026-12-15T22:55:00Z",
                "15 oct. 2026, 10:55 p. m. | 2026-10-15T22:55:00Z",
                "15 décembre 2026 | 2026-12-15T00:00:00Z",
                "15 févr. 2026 | 2026-02-15T00:00:00Z",
                "15 dicembre 2026 | 2026-12-15T00:00:00Z",
                "15 gen 2026 | 2026-01-15T00:00:00Z",
                "15 de dezembro de 2026 | 2026-12-15T00:00:00Z",
                "15 fev. 2026 | 2026-02-15T00:00:00Z",
                "15 mai 2026 | 2026-05-15T00:00:00Z",
                "15 octombrie 2026 | 2026-10-15T00:00:00Z",
                "15 iunie 2026 22:55 | 2026-06-15T22:55:00Z",
                "15 mrt. 2026 | 2026-03-15T00:00:00Z",
                "15 oktober 2026 22:55 | 2026-10-15T22:55:00Z",
                "15 października 2026 | 2026-10-15T00:00:00Z",
            })
    void a_time_is_read_as_it_is_written(String text, String expected) {
        assertThat(read(text, text)).contains(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "2026",
                "10.5",
                "1.2.3",
                "192.0.2.17",
                "+34 600 000 001",
                "99/99/2026",
                "15/2026",
                "Oct 2026",
                "Q3 2026",
                "12:30",
                "3 years",
                "00Q1G00000nDnM5",
            })
    void what_is_no_date_is_none(String text) {
        assertThat(guess(List.of(text))).isEmpty();
    }

    @Test
    void a_day_beyond_twelve_tells_the_order_and_none_leaves_it_open() {
        assertThat(guess(List.of("02/03/2026", "14/03/2026"))).contains(guessed("dd/MM/yyyy", Dates.DAY_FIRST));
        assertThat(guess(List.of("2/3/2026", "3/14/2026"))).contains(guessed("M/d/yyyy", Dates.MONTH_FIRST));
        assertThat(guess(List.of("2/3/2026", "3/4/2026")))
                .contains(new TimeGuess(List.of("d/M/yyyy"), "en", Dates.UNKNOWN, true));
        assertThat(TimeGuess.of(column(List.of("2/3/2026")), Dates.MONTH_FIRST))
                .contains(guessed("M/d/yyyy", Dates.MONTH_FIRST));
    }

    @Test
    void a_year_of_two_digits_is_where_the_numbers_change_least() {
        assertThat(guess(List.of("26-10-15", "26-10-16", "26-11-02")))
                .contains(new TimeGuess(List.of("yy-MM-dd"), "en", Dates.UNKNOWN, false));
        assertThat(guess(List.of("15-10-26", "16-10-26", "02-11-26"))).contains(guessed("dd-MM-yy", Dates.DAY_FIRST));
        assertThat(guess(List.of("26-10-15"))).map(TimeGuess::isAmbiguous).contains(true);
        assertThat(TimeGuess.of(column(List.of("26-10-15")), Dates.YEAR_FIRST))
                .contains(guessed("yy-M-d", Dates.YEAR_FIRST));
    }

    @Test
    void formats_that_do_not_read_each_other_stand_beside_each_other_in_one_column() {
        TimeGuess guess = guess(List.of("2026-10-15", "15/10/2026 22:55", "2026-10-16T08:00:00Z", "3/10/2026 9:00"))
                .orElseThrow();

        assertThat(guess.entry()).isEqualTo("[iso, 'd/M/yyyy H:mm']");
    }

    @Test
    void an_order_that_one_spelling_shows_is_that_of_the_others() {
        TimeGuess guess =
                guess(List.of("10/15/2026 08:00 AM", "2/3/2026", "3/4/2026")).orElseThrow();

        assertThat(guess.formats()).containsExactly("M/d/yyyy", "M/d/yyyy hh:mm a");
        assertThat(guess.isAmbiguous()).isFalse();
    }

    @Test
    void the_language_is_one_that_has_all_names_of_months() {
        assertThat(guess(List.of("15 ene 2026", "15 abr 2026", "15 dic 2026")))
                .map(TimeGuess::entry)
                .contains("{format: d MMM yyyy, language: es}");
        assertThat(guess(List.of("15 Mai 2026", "3 Dez 2026")))
                .map(TimeGuess::language)
                .contains("de");
        assertThat(guess(List.of("15 May 2026", "3 Sept 2026")))
                .map(TimeGuess::entry)
                .contains("d MMM yyyy");
    }

    @Test
    void hours_of_one_digit_and_of_two_are_read_by_one_format() {
        TimeGuess guess = guess(List.of("1/2/2026 09:05", "13/12/2026 9:05", "13/12/2026 22:05"))
                .orElseThrow();

        assertThat(guess.formats()).containsExactly("d/M/yyyy H:mm");
    }

    @Test
    void numbers_are_times_where_the_name_of_the_column_allows_it() {
        assertThat(TimeGuess.of(column("phone", List.of("1763625600")), Dates.UNKNOWN))
                .isEmpty();
        assertThat(TimeGuess.of(column("employees", List.of("46310")), Dates.UNKNOWN))
                .isEmpty();
        assertThat(TimeGuess.of(column("order id", List.of("20261015")), Dates.UNKNOWN))
                .isEmpty();
    }

    private static Optional<Instant> read(String... texts) {
        return guess(List.of(texts)).map(guess -> {
            ZoneDays utc = new ZoneDays(ZoneOffset.UTC);
            TimeFormat format = guess.formats().isEmpty()
                    ? TimeFormat.iso(utc)
                    : TimeFormat.of(guess.formats(), guess.language(), '.', utc);
            return Instant.ofEpochMilli(format.millis(texts[0]));
        });
    }

    private static TimeGuess guessed(String format, Dates order) {
        return new TimeGuess(List.of(format), "en", order, false);
    }

    private static Optional<TimeGuess> guess(List<String> values) {
        return TimeGuess.of(column(values), Dates.UNKNOWN);
    }

    private static ExportColumn column(List<String> values) {
        return column("date", values);
    }

    private static ExportColumn column(String name, List<String> values) {
        return ExportColumn.of(name, new Location("a.csv", 1, 1), values);
    }
}
