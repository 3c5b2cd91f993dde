package org.leadscore.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForestTest {

    @Test
    void old_and_new_points_stand_on_one_scale_with_a_line_at_zero() {
        Picture picture = Forest.points(25, 50, 10, -100, 100, true);

        assertThat(Rounded.marks(picture))
                .containsExactly(
                        new Mark.Line(115, 0, 115, 16, Look.AXIS),
                        new Mark.Line(142, 8, 169, 8, Look.FAINT),
                        new Mark.Dot(142, 8, 3.6, Look.DOT_OLD),
                        new Mark.Line(158.2, 8, 179.8, 8, Look.WHISKER_NEW),
                        new Mark.Dot(169, 8, 3.6, Look.DOT_NEW));
    }

    @Test
    void points_whose_sign_is_open_are_hollow() {
        assertThat(Rounded.marks(Forest.points(0, 5, 10, -100, 100, false)))
                .contains(new Mark.Dot(120.4, 8, 3.6, Look.DOT_OPEN));
    }

    @Test
    void points_that_were_not_learned_have_no_new_mark() {
        assertThat(Rounded.marks(Forest.points(25, 25, Double.NaN, -100, 100, false)))
                .noneMatch(mark -> mark.look() == Look.DOT_NEW || mark.look() == Look.DOT_OPEN);
    }

    @Test
    void an_interval_that_reaches_beyond_the_scale_ends_at_its_edge() {
        assertThat(Rounded.marks(Forest.points(0, 90, 50, -100, 100, true)))
                .contains(new Mark.Line(158.2, 8, 223, 8, Look.WHISKER_NEW));
    }

    @Test
    void an_attribute_that_no_lead_has_has_no_rate() {
        assertThat(Rounded.marks(Forest.rate(Double.NaN, 0, 1, 0.5, 1, false)))
                .containsExactly(new Mark.Line(55, 0, 55, 16, Look.DASH));
    }
}
