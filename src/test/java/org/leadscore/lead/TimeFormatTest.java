package org.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeFormatTest {

    private static final ZoneDays MADRID = new ZoneDays(ZoneId.of("Europe/Madrid"));

    @Nested
    class Iso {

        @ParameterizedTest
        @CsvSource({
            "2026-01-15T10:00:00Z, 2026-01-15T10:00:00Z",
            "2026-01-15 10:00:00, 2026-01-15T09:00:00Z",
            "2026-07-15 10:00, 2026-07-15T08:00:00Z",
            "2026-01-15, 2026-01-14T23:00:00Z",
            "2026-01-15T10:00:00.1239+02:00, 2026-01-15T08:00:00.123Z",
            "2026-06-15 14:30:00.123000+00:00, 2026-06-15T14:30:00.123Z",
            "2026-03-29 07:24:17 UTC, 2026-03-29T07:24:17Z",
            "2026-01-15T10:00:00-0330, 2026-01-15T13:30:00Z",
            "2026-01-15T10:00:00+05, 2026-01-15T05:00:00Z",
            "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
            "2024-02-29 00:00, 2024-02-28T23:00:00Z",
            "2026-03-29 07:24:17 GMT, 2026-03-29T07:24:17Z",
            "2026-01-15 \u00A0 10:00:00, 2026-01-15T09:00:00Z",
        })
        void reads(String text, Instant expected) {
            assertThat(TimeFormat.iso(MADRID).millis(text)).isEqualTo(expected.toEpochMilli());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "yesterday",
                    "2026-02-29",
                    "2026-13-01",
                    "2026-01-32",
                    "2026-1-5",
                    "2026-01-15T24:00",
                    "2026-01-15T10:60",
                    "2026-01-15T10:00:60",
                    "2026-01-15T10",
                    "2026-01-15T10:00:00.",
                    "2026-01-15T10:00:00+19:00",
                    "2026-01-15T10:00:00 CET",
                    "15/01/2026",
                    "2026-01-15x10:00",
                    "2026-01-15T10:00:00Zz",
                    "20260115"
                })
        void refuses(String text) {
            assertThat(TimeFormat.iso(MADRID).millis(text)).isEqualTo(TimeFormat.NONE);
        }

        @Test
        void a_time_that_the_clock_change_makes_ambiguous_has_the_earlier_offset() {
            assertThat(TimeFormat.iso(MADRID).millis("2026-10-25T02:30:00"))
                    .isEqualTo(Instant.parse("2026-10-25T00:30:00Z").toEpochMilli());
        }

        @Test
        void a_time_that_the_clock_change_skips_moves_forward_by_the_gap() {
            assertThat(TimeFormat.iso(MADRID).millis("2026-03-29T02:30:00"))
                    .isEqualTo(Instant.parse("2026-03-29T01:30:00Z").toEpochMilli());
        }
    }

    @Nested
    class Patterns {

        @ParameterizedTest
        @CsvSource({
            "dd/MM/yyyy, 15/01/2026, 2026-01-14T23:00:00Z",
            "dd/MM/yyyy HH:mm, 15/07/2026 10:30, 2026-07-15T08:30:00Z",
            "yyyyMMddHH, 2026111907, 2026-11-19T06:00:00Z",
            "MM/dd/yyyy hh:mm:ss a, 11/20/2026 10:00:00 PM, 2026-11-20T21:00:00Z",
            "M/d/yyyy, 11/2/2026, 2026-11-01T23:00:00Z",
            "yyyy-MM-dd HH:mm:ss XXX, 2026-01-15 10:00:00 +03:00, 2026-01-15T07:00:00Z",
            "d MMM yyyy, 3 sep 2026, 2026-09-02T22:00:00Z",
            "epoch-seconds, 1700000000.5, 2023-11-14T22:13:20.500Z",
            "epoch-seconds, -0.0001, 1969-12-31T23:59:59.999Z",
            "epoch-millis, 1700000000123, 2023-11-14T22:13:20.123Z",
            "epoch-micros, 1700000000123456, 2023-11-14T22:13:20.123Z",
            "epoch-micros, -1, 1969-12-31T23:59:59.999Z",
            "epoch-nanos, 1700000000123456789, 2023-11-14T22:13:20.123Z",
            "day-number, 46053, 2026-01-30T23:00:00Z",
            "day-number, 46053.604166666664, 2026-01-31T13:30:00Z",
            "day-number, 61, 1900-03-01T00:14:44Z",
            "iso, 2026-01-15T10:00:00Z, 2026-01-15T10:00:00Z",
            "dd/MM/yyyy HH:mm, 15/07/2026 10:30 GMT, 2026-07-15T10:30:00Z",
            "dd/MM/yyyy HH:mm, 15/07/2026 \u00A0 10:30 utc, 2026-07-15T10:30:00Z",
            "'EEE, d MMM yyyy HH:mm:ss', 'Thu, 15 Jan 2026 10:00:00 GMT', 2026-01-15T10:00:00Z",
            "'MMM d, yyyy, h:mm a', 'Oct. 15, 2026, 10:55\u202Fp.m.', 2026-10-15T20:55:00Z",
            "'MMMM d, yyyy', 'Sept 5, 2026', 2026-09-04T22:00:00Z",
            "MMM d  yyyy, Sep 5 2026, 2026-09-04T22:00:00Z",
        })
        void read(String pattern, String text, Instant expected) {
            assertThat(TimeFormat.of(pattern, MADRID).millis(text)).isEqualTo(expected.toEpochMilli());
        }

        @ParameterizedTest
        @CsvSource({
            "dd/MM/yyyy, 31/02/2026",
            "dd/MM/yyyy, 2026-01-15",
            "dd/MM/yyyy HH:mm, 15/01/2026 24:00",
            "epoch-seconds, soon",
            "epoch-millis, 99999999999999999999",
            "dd/MM/yyyy, ''",
            "day-number, 60",
            "day-number, 0",
            "day-number, 2958466",
            "day-number, 46.053.5",
            "dd/MM/yyyy HH:mm XXX, 15/07/2026 10:30 +02:00 GMT",
            "d MMM yyyy, 5 ju 2026",
            "d MMM yyyy, 5 may be 2026",
        })
        void refuse(String pattern, String text) {
            assertThat(TimeFormat.of(pattern, MADRID).millis(text)).isEqualTo(TimeFormat.NONE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HH:mm",
                    "MM/yyyy",
                    "dd.MM",
                    "bbb",
                    "{",
                    "dd/MM/yyyy hh:mm",
                    "yyyy-MM-dd mm",
                    "yyyy-MM-dd a",
                    "yyyy-ppMMdd",
                    "uuuuuuuuuuuuuuu-MM-dd"
                })
        void that_name_no_date_are_refused(String pattern) {
            assertThatThrownBy(() -> TimeFormat.of(pattern, MADRID)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Languages {

        @ParameterizedTest
        @CsvSource({
            "es, d MMM yyyy, 15 ene. 2026, 2026-01-15",
            "es, d 'de' MMMM 'de' yyyy, 15 de Septiembre de 2026, 2026-09-15",
            "es, d 'de' MMMM 'de' yyyy, 15 de setiembre de 2026, 2026-09-15",
            "es, EEE d MMM yyyy, mar 10 mar 2026, 2026-03-10",
            "de, d. MMMM yyyy, 5. März 2026, 2026-03-05",
            "de, d. MMM yyyy, 5. Mrz 2026, 2026-03-05",
            "de, d. MMM yyyy, 5. Marz 2026, 2026-03-05",
            "fr, d MMM yyyy, 1 févr. 2026, 2026-02-01",
            "fr, d MMM yyyy, 1 AOUT 2026, 2026-08-01",
            "it, dd-MMM-yy, 07-lug-26, 2026-07-07",
            "pt, 'EEEE, d ''de'' MMMM ''de'' yyyy', 'terça-feira, 10 de março de 2026', 2026-03-10",
            "ro, d MMM yyyy, 9 noi. 2026, 2026-11-09",
            "ro, d MMM yyyy, 9 nov 2026, 2026-11-09",
            "de, d. MMMM yyyy, 5. May 2026, 2026-05-05",
            "pl, d MMMM yyyy, 3 września 2026, 2026-09-03",
            "pl, d MMM yyyy, 3 paź 2026, 2026-10-03",
            "nl, d MMM yyyy, 3 mrt 2026, 2026-03-03",
            "tr, d MMMM yyyy, 3 Ağustos 2026, 2026-08-03",
            "no, d. MMMM yyyy, 3. desember 2026, 2026-12-03",
            "el, d MMMM yyyy, 3 Ιουλίου 2026, 2026-07-03",
        })
        void read_their_names(String language, String pattern, String text, String day) {
            ZoneDays utc = new ZoneDays(ZoneOffset.UTC);
            assertThat(Instant.ofEpochMilli(
                            TimeFormat.of(List.of(pattern), language, '.', utc).millis(text)))
                    .isEqualTo(Instant.parse(day + "T00:00:00Z"));
        }

        @ParameterizedTest
        @CsvSource({
            "es, d MMM yyyy, 15 led 2026",
            "fr, d MMM yyyy, 15 jui 2026",
            "de, d. MMMM yyyy, 5. Mayo 2026",
            "es, EEE d MMM yyyy, lun 10 mar 2026",
        })
        void refuse_what_is_none_of_them_or_could_be_two(String language, String pattern, String text) {
            assertThat(TimeFormat.of(List.of(pattern), language, '.', MADRID).millis(text))
                    .isEqualTo(TimeFormat.NONE);
        }

        @Test
        void each_name_is_read_as_its_month_whole_and_in_its_shortest_beginning() {
            ZoneDays utc = new ZoneDays(ZoneOffset.UTC);
            for (String language : TimeFormat.languages()) {
                TimeFormat format = TimeFormat.of(List.of("d MMMM yyyy"), language, '.', utc);
                Locale locale = Locale.forLanguageTag(language);
                for (Month month : Month.values()) {
                    String name = month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
                    assertThat(format.millis("2 " + name + " 2026"))
                            .as("%s %s", language, name)
                            .isEqualTo(Instant.parse("2026-%02d-02T00:00:00Z".formatted(month.getValue()))
                                    .toEpochMilli());
                }
            }
        }
    }

    @Nested
    class Several {

        private final TimeFormat format =
                TimeFormat.of(List.of("dd/MM/yyyy", "dd/MM/yyyy HH:mm", "epoch-seconds", "iso"), "en", '.', MADRID);

        @ParameterizedTest
        @CsvSource({
            "15/07/2026, 2026-07-14T22:00:00Z",
            "15/07/2026 10:30, 2026-07-15T08:30:00Z",
            "1700000000, 2023-11-14T22:13:20Z",
            "2026-07-15T10:30:00Z, 2026-07-15T10:30:00Z",
        })
        void read_by_the_first_that_fits(String text, Instant expected) {
            assertThat(format.millis(text)).isEqualTo(expected.toEpochMilli());
        }

        @Test
        void a_day_ends_at_midnight_and_a_time_where_it_is_whichever_form_it_has() {
            assertThat(format.end("15/07/2026"))
                    .isEqualTo(Instant.parse("2026-07-15T22:00:00Z").toEpochMilli());
            assertThat(format.end("15/07/2026 10:30"))
                    .isEqualTo(Instant.parse("2026-07-15T08:30:00Z").toEpochMilli());
            assertThat(format.end("1700000000"))
                    .isEqualTo(Instant.parse("2023-11-14T22:13:20Z").toEpochMilli());
        }

        @ParameterizedTest
        @CsvSource({
            "dd/MM/yyyy, MM/dd/yyyy, 03/04/2026",
            "d.M.yy, yy.M.d, 12.4.26",
            "epoch-seconds, epoch-millis, 1775174400",
            "epoch-micros, day-number, 46115",
            "yyyyMMdd, epoch-seconds, 20260403",
            "dd/MM/yyyy hh:mm a, MM/dd/yyyy h:mm a, 03/04/2026 12:00 AM",
        })
        void that_read_one_text_as_two_times_are_told(String one, String other, String text) {
            assertThat(TimeFormat.doubt(TimeFormat.of(one, MADRID), TimeFormat.of(other, MADRID)))
                    .isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource({
            "dd/MM/yyyy, dd/MM/yyyy HH:mm",
            "dd/MM/yyyy, d/M/yyyy",
            "dd.MM.yyyy, MM/dd/yyyy",
            "iso, dd/MM/yyyy",
            "iso, yyyy-MM-dd HH:mm:ss",
            "HH:mm dd/MM/yyyy, hh:mm a dd/MM/yyyy",
            "MMM d yyyy, MM d yyyy",
        })
        void that_never_read_one_text_as_two_times_are_without_doubt(String one, String other) {
            assertThat(TimeFormat.doubt(TimeFormat.of(one, MADRID), TimeFormat.of(other, MADRID)))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Madrid",
                "Pacific/Chatham",
                "America/St_Johns",
                "Africa/Casablanca",
                "UTC",
                "Asia/Kathmandu"
            })
    void days_laid_out_answer_as_the_zone_rules_do(String zone) {
        ZoneId id = ZoneId.of(zone);
        ZoneDays days = new ZoneDays(id);
        SplittableRandom random = new SplittableRandom(20_260_101);

        for (int i = 0; i < 20_000; i++) {
            long millis = random.nextLong(-200_000_000_000L, 4_200_000_000_000L);
            LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
            assertThat(days.toInstant(millis))
                    .as("local %s", local)
                    .isEqualTo(local.atZone(id).toInstant().toEpochMilli());
            assertThat(days.dayOf(millis))
                    .as("instant %s", millis)
                    .isEqualTo(Instant.ofEpochMilli(millis)
                            .atZone(id)
                            .toLocalDate()
                            .toEpochDay());
        }
    }

    @Tag("long")
    @Test
    void times_to_the_second_are_those_of_the_library_whatever_is_wrong_with_them() {
        SplittableRandom random = new SplittableRandom(20_261_124);
        TimeFormat format = TimeFormat.iso(new ZoneDays(ZoneOffset.UTC));
        String odd = "0123456789:TtZ /.;?@\u00e9\u0000";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder("%04d-%02d-%02dT%02d:%02d:%02d"
                    .formatted(
                            random.nextInt(1900, 2101),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62)));
            if (random.nextInt(3) == 0) {
                text.setCharAt(random.nextInt(text.length()), odd.charAt(random.nextInt(odd.length())));
            }
            String time = text.toString();
            byte[] utf8 = (";" + time + "Z;").getBytes(StandardCharsets.UTF_8);

            assertThat(format.millis(utf8, 1, utf8.length - 2)).as(time).isEqualTo(library(time));
            assertThat(format.millis(time)).as(time).isEqualTo(library(time));
        }
    }

    /** Lower-case t and a blank stand for T here, and there is no hour 24. */
    private static long library(String time) {
        try {
            char between = time.charAt(10);
            String strict = between == ' ' || between == 't' ? time.substring(0, 10) + 'T' + time.substring(11) : time;
            return LocalDateTime.parse(strict, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeParseException notATime) {
            return TimeFormat.NONE;
        }
    }
}
