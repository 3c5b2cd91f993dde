package org.leadscore.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationTest {

    /** The plot reaches to 0.25, so that a rate of 0.0625, whose root is half of 0.25's, stands in the middle. */
    private static final Calibration.Group KEPT = new Calibration.Group(0.0625, 0.0625, 0.01, 0.25, "kept");

    private static final Calibration.Group BROKEN = new Calibration.Group(0.01, 0.0625, 0.04, 0.16, "broken");

    @Test
    void axes_are_square_roots() {
        assertThat(Rounded.marks(picture()))
                .contains(new Mark.Dot(216, 158, 4, Look.DOT_NEW, "kept"))
                .contains(new Mark.Line(46, 302, 386, 14, Look.DASH));
    }

    @Test
    void a_broken_promise_is_hollow() {
        assertThat(Rounded.marks(picture())).contains(new Mark.Dot(114, 158, 4, Look.DOT_OPEN, "broken"));
    }

    @Test
    void whiskers_reach_from_the_lower_end_to_the_upper() {
        assertThat(Rounded.marks(picture())).contains(new Mark.Line(114, 186.8, 114, 71.6, Look.WHISKER_NEW));
    }

    private static Picture picture() {
        return Calibration.of("promises", "", List.of(BROKEN, KEPT), "promised", "more", "fewer", Double::toString);
    }
}
