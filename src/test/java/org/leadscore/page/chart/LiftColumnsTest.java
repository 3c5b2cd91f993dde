package org.leadscore.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LiftColumnsTest {

    private static final LiftColumns.Series SERIES = new LiftColumns.Series(
            "new", List.of(new LiftColumns.Column(2, "2", "best"), new LiftColumns.Column(0, "0", "rest")), true);

    @Test
    void columns_begin_at_zero_and_one_is_a_dashed_line() {
        Picture picture = LiftColumns.of("lift", "", List.of(SERIES), "tenth", "as all", Double::toString);

        assertThat(Rounded.marks(picture))
                .contains(new Mark.Box(52.1, 24, 142.8, 238, Look.ACCENT, "best"))
                .contains(new Mark.Line(34, 143, 396, 143, Look.DASH));
    }
}
