package org.leadscore.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DriftBarsTest {

    @Test
    void bars_begin_at_zero_and_those_that_moved_stand_out() {
        Picture picture = DriftBars.of(
                "drift",
                "",
                List.of(
                        new DriftBars.Bar("all", 0.25, "0.25", "all 0.25", true),
                        new DriftBars.Bar("still", 0.05, "0.05", "still 0.05", false)),
                List.of(new DriftBars.Limit(0.1, "some"), new DriftBars.Limit(0.5, "much")));

        assertThat(Rounded.marks(picture))
                .contains(new Mark.Box(176, 31.5, 83.6, 11, Look.ACCENT, "all 0.25"))
                .contains(new Mark.Box(176, 53.5, 16.7, 11, Look.GREY, "still 0.05"))
                .contains(new Mark.Label(168, 41.5, "all", Anchor.END, Look.TEXT_BOLD));
    }
}
