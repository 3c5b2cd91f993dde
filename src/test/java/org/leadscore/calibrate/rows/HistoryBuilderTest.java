package org.leadscore.calibrate.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryBuilderTest {

    private static final Column TITLE =
            new Column.Choice("Decision maker", List.of(place(Entry.Place.RULE, "")), BigDecimal.ONE, true);
    private static final Column PAGES =
            new Column.Amount("Page viewed", place(Entry.Place.EACH, ""), BigDecimal.ONE, true);
    private static final Column JOB = new Column.Values("Job", BigDecimal.ONE, true);
    private static final Column AGE = new Column.Numbers("Age", BigDecimal.ONE, true);
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void rows_hold_what_was_set_and_nothing_elsewhere() {
        HistoryBuilder builder =
                HistoryBuilder.ofSnapshots(List.of(TITLE, PAGES, JOB, AGE), List.of(JUNE, JULY), Duration.ofDays(30));
        builder.row(7, 0, false);
        builder.row(7, 1, true);
        builder.choice(0, 0);
        builder.amount(1, 2_500_000);
        builder.text(2, "buyer");
        builder.number(3, 41);

        History history = builder.build();

        assertThat(history.rows()).isEqualTo(2);
        assertThat(history.leadNumbers()).isEqualTo(8);
        assertThat(history.converted(0)).isFalse();
        assertThat(history.converted(1)).isTrue();
        assertThat(history.snapshot(1)).isEqualTo(1);
        assertThat(history.choice(0, 0)).isEqualTo(History.NONE);
        assertThat(history.choice(0, 1)).isZero();
        assertThat(history.amount(1, 0)).isZero();
        assertThat(history.amount(1, 1)).isEqualTo(2_500_000);
        assertThat(history.texts(2)).containsExactly("", "buyer");
        assertThat(history.text(2, 0)).isZero();
        assertThat(history.text(2, 1)).isEqualTo(1);
        assertThat(history.number(3, 0)).isNaN();
        assertThat(history.number(3, 1)).isEqualTo(41);
    }

    @Test
    void a_column_may_have_more_entries_than_a_byte_can_number() {
        List<Entry> many = IntStream.range(0, 1000)
                .mapToObj(i -> place(Entry.Place.VALUE, "v" + i))
                .toList();
        HistoryBuilder builder = HistoryBuilder.flat(List.of(new Column.Choice("City", many, BigDecimal.ONE, true)));
        builder.row(0, 0, false);
        builder.choice(0, 999);
        builder.row(1, 0, false);

        History history = builder.build();

        assertThat(history.choice(0, 0)).isEqualTo(999);
        assertThat(history.choice(0, 1)).isEqualTo(History.NONE);
    }

    @Test
    void it_grows_with_its_rows() {
        HistoryBuilder builder = HistoryBuilder.flat(List.of(TITLE));
        for (int lead = 0; lead < 10_000; lead++) {
            builder.row(lead, 0, lead % 100 == 0);
            builder.choice(0, lead % 2 - 1);
        }

        History history = builder.build();

        assertThat(history.rows()).isEqualTo(10_000);
        assertThat(HistoryRows.all(history).conversions()).isEqualTo(100);
        assertThat(HistoryRows.all(history)
                        .where(row -> history.choice(0, row) == 0)
                        .size())
                .isEqualTo(5_000);
    }

    @Test
    void what_cannot_be_is_refused() {
        HistoryBuilder builder = HistoryBuilder.flat(List.of(TITLE, PAGES));

        assertThatThrownBy(() -> builder.choice(0, 0)).hasMessage("no row has been begun");
        builder.row(0, 0, false);
        assertThatThrownBy(() -> builder.row(-1, 0, false)).hasMessage("lead -1 at snapshot 0");
        assertThatThrownBy(() -> builder.row(1, 1, false)).hasMessage("lead 1 at snapshot 1");
        assertThatThrownBy(() -> builder.choice(0, 1)).hasMessage("entry 1 of 1");
        assertThatThrownBy(() -> builder.amount(1, -1)).hasMessage("a measure of -1 millionths");
        assertThatThrownBy(() -> HistoryBuilder.ofSnapshots(List.of(), List.of(JULY, JUNE), Duration.ofDays(1)))
                .hasMessage("snapshots [2026-07-01T00:00:00Z, 2026-06-01T00:00:00Z]");
        assertThatThrownBy(() -> HistoryBuilder.ofSnapshots(List.of(), List.of(JUNE), Duration.ZERO))
                .hasMessage("horizon PT0S");
        assertThatThrownBy(() -> new Column.Values("Job", BigDecimal.ZERO, true))
                .hasMessage("Job: a group of weight 0 leaves nothing to learn");
    }

    private static Entry place(Entry.Place place, String label) {
        return new Entry(place, label, 0);
    }
}
