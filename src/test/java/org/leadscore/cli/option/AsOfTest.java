package org.leadscore.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.UsageException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AsOfTest {

    private static final ZoneDays MADRID = new ZoneDays(ZoneId.of("Europe/Madrid"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-21T23:00:00Z",
        "2026-11-22T08:00, 2026-11-22T07:00:00Z",
        "2026-11-22 08:00:30, 2026-11-22T07:00:30Z",
        "2026-11-22T08:00:00Z, 2026-11-22T08:00:00Z",
        "2026-11-22T08:00:00+05:30, 2026-11-22T02:30:00Z",
    })
    void instants_local_times_and_dates_are_understood(String text, String instant) {
        assertThat(AsOf.millis(text, MADRID, 0))
                .isEqualTo(Instant.parse(instant).toEpochMilli());
    }

    @Test
    void without_one_it_is_now() {
        assertThat(AsOf.millis(null, MADRID, 42)).isEqualTo(42);
    }

    @Test
    void anything_else_is_refused_with_examples() {
        assertThatThrownBy(() -> AsOf.millis("yesterday", MADRID, 0))
                .isInstanceOf(UsageException.class)
                .hasMessage("--as-of yesterday: not a time; write 2026-11-22, 2026-11-22T08:00"
                        + " or 2026-11-22T08:00:00+01:00");
    }
}
