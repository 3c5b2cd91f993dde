package org.leadscore.calibrate.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadRowsTest {

    private static final int SNAPSHOTS = 4;

    @Test
    void a_lead_who_converted_stands_for_its_conversion_and_the_first_if_there_are_several() {
        HistoryBuilder builder = builder();
        builder.row(0, 0, false);
        builder.row(0, 1, false);
        builder.row(0, 3, true);
        builder.row(0, 2, true);

        HistoryRows leads = LeadRows.of(HistoryRows.all(builder.build()), 1);

        assertThat(leads.size()).isEqualTo(1);
        assertThat(leads.history().snapshot(leads.row(0))).isEqualTo(2);
    }

    @Test
    void others_stand_for_any_of_their_rows_alike() {
        HistoryBuilder builder = builder();
        for (int lead = 0; lead < 8_000; lead++) {
            for (int snapshot = 0; snapshot < SNAPSHOTS; snapshot++) {
                builder.row(lead, snapshot, false);
            }
        }
        HistoryRows leads = LeadRows.of(HistoryRows.all(builder.build()), 1);

        int[] seen = new int[SNAPSHOTS];
        for (int place = 0; place < leads.size(); place++) {
            seen[leads.history().snapshot(leads.row(place))]++;
        }

        assertThat(leads.size()).isEqualTo(8_000);
        assertThat(IntStream.of(seen).boxed())
                .allSatisfy(rows -> assertThat(rows).isBetween(1_850, 2_150));
    }

    @Test
    void which_row_it_is_does_not_hang_on_the_order_of_the_rows() {
        HistoryBuilder forwards = builder();
        HistoryBuilder backwards = builder();
        for (int i = 0; i < 400; i++) {
            forwards.row(i / SNAPSHOTS, i % SNAPSHOTS, false);
            backwards.row((399 - i) / SNAPSHOTS, (399 - i) % SNAPSHOTS, false);
        }

        assertThat(snapshots(backwards.build())).isEqualTo(snapshots(forwards.build()));
    }

    private static HistoryBuilder builder() {
        List<Instant> times =
                IntStream.range(0, SNAPSHOTS).mapToObj(Instant::ofEpochSecond).toList();
        return HistoryBuilder.ofSnapshots(List.of(), times, Duration.ofDays(1));
    }

    /** The snapshots of the chosen rows, by lead. */
    private static List<Integer> snapshots(History history) {
        HistoryRows leads = LeadRows.of(HistoryRows.all(history), 1);
        int[] snapshots = new int[history.leadNumbers()];
        for (int place = 0; place < leads.size(); place++) {
            snapshots[history.lead(leads.row(place))] = history.snapshot(leads.row(place));
        }
        return IntStream.of(snapshots).boxed().toList();
    }
}
