package org.leadscore.calibrate.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SplitTest {

    @Test
    void the_newest_fifth_of_the_snapshots_is_the_test_and_one_at_least() {
        assertThat(testedOf(3)).containsExactly(2);
        assertThat(testedOf(9)).containsExactly(8);
        assertThat(testedOf(10)).containsExactly(8, 9);
    }

    @Test
    void two_snapshots_are_refused() {
        History history = snapshots(2);

        assertThatThrownBy(() -> Split.byTime(history))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "too few snapshots to learn from: the horizon is over for 2 of them, 3 are the least; a shorter"
                                + " --horizon, snapshots closer together (--snapshots) or a longer past give more");
    }

    @Test
    void three_tenths_of_either_outcome_are_the_test() {
        HistoryBuilder builder = HistoryBuilder.flat(List.of());
        Histories.add(builder, 0, 1_000, 109);

        Split split = Split.flat(builder.build(), "", lead -> "lead-" + lead);

        assertThat(split.test().conversions()).isEqualTo(32);
        assertThat(split.test().size()).isEqualTo(32 + 267);
        assertThat(split.training().size()).isEqualTo(1_000 - 32 - 267);
    }

    @Test
    void the_lowest_hashes_are_the_test() {
        HistoryBuilder builder = HistoryBuilder.flat(List.of());
        Histories.add(builder, 0, 4, 0);
        History history = builder.build();
        List<String> ids = List.of("a", "b", "c", "d"); // ca978112…, 3e23e816…, 2e7d2c03…, 18ac3e73…

        Split split = Split.flat(history, "", ids::get);

        assertThat(split.test().size()).isEqualTo(1);
        assertThat(history.lead(split.test().row(0))).isEqualTo(3);
    }

    private static List<Integer> testedOf(int snapshots) {
        HistoryRows test = Split.byTime(snapshots(snapshots)).test();
        return IntStream.range(0, test.size())
                .map(place -> test.history().snapshot(test.row(place)))
                .boxed()
                .toList();
    }

    private static History snapshots(int count) {
        List<Instant> times =
                IntStream.range(0, count).mapToObj(Instant::ofEpochSecond).toList();
        HistoryBuilder builder = HistoryBuilder.ofSnapshots(List.of(), times, Duration.ofDays(1));
        for (int snapshot = 0; snapshot < count; snapshot++) {
            builder.row(0, snapshot, false);
        }
        return builder.build();
    }
}
