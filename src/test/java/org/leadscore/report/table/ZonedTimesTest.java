package org.leadscore.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.lead.TimeFormat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZonedTimesTest {

    /** The same object for all tests, as it remembers earlier answers. */
    private static final ZonedTimes MADRID = new ZonedTimes(ZoneId.of("Europe/Madrid"));

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    @ParameterizedTest
    @CsvSource({
        "Europe/Madrid, 2026-11-22T08:00:00Z, 2026-11-22T09:00:00+01:00",
        "Europe/Madrid, 2026-07-01T22:30:15.007Z, 2026-07-02T00:30:15.007+02:00",
        "Asia/Kolkata, 2026-01-01T00:00:00.120Z, 2026-01-01T05:30:00.120+05:30",
        "America/St_Johns, 2026-01-01T00:00:00Z, 2025-12-31T20:30:00-03:30",
        "UTC, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "UTC, 1969-12-31T23:59:59.500Z, 1969-12-31T23:59:59.5Z",
    })
    void times_bear_the_offset_of_the_zone(String zone, String instant, String text) {
        ZonedTimes times = new ZonedTimes(ZoneId.of(zone));

        assertThat(times.format(Instant.parse(instant).toEpochMilli())).isEqualTo(text);
    }

    @Test
    void an_offset_may_have_seconds() {
        ZonedTimes monrovia = new ZonedTimes(ZoneId.of("Africa/Monrovia"));

        assertThat(monrovia.format(Instant.parse("1971-06-01T12:00:00Z").toEpochMilli()))
                .isEqualTo("1971-06-01T11:15:30-00:44:30");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T21:59:59Z, 2026-10-24T23:59:59+02:00",
        "2026-10-24T22:00:00Z, 2026-10-25T00:00:00+02:00",
        "2026-10-25T00:30:00Z, 2026-10-25T02:30:00+02:00",
        "2026-10-25T01:30:00Z, 2026-10-25T02:30:00+01:00",
        "2026-10-25T23:30:00Z, 2026-10-26T00:30:00+01:00",
    })
    void clocks_are_changed_in_the_middle_of_a_day(String instant, String text) {
        assertThat(MADRID.format(Instant.parse(instant).toEpochMilli())).isEqualTo(text);
    }

    @Test
    void no_time_is_blank() {
        assertThat(new ZonedTimes(ZoneId.of("UTC")).format(TimeFormat.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Madrid",
                "America/St_Johns",
                "Asia/Kathmandu",
                "Pacific/Apia",
                "Pacific/Kiritimati",
                "UTC"
            })
    void says_what_the_library_says(String name) {
        ZoneId zone = ZoneId.of(name);
        ZonedTimes times = new ZonedTimes(zone);

        assertThat(new SplittableRandom(7).longs(10_000, 0, 4_000_000_000L).boxed())
                .allSatisfy(second -> assertThat(times.format(second * 1000))
                        .isEqualTo(TO_THE_SECOND.format(
                                Instant.ofEpochSecond(second).atZone(zone))));
    }
}
