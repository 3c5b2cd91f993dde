package org.leadscore.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CurvesTest {

    private static final List<String> QUARTERS = List.of("0%", "25%", "50%", "75%", "100%");
    private static final Curves.Curve UPPER =
            new Curves.Curve("new", List.of(new Curves.Place(0.5, 0.8, "half"), new Curves.Place(1, 1, "all")), true);
    private static final Curves.Curve LOWER =
            new Curves.Curve("old", List.of(new Curves.Place(0.5, 0.6, "half"), new Curves.Place(1, 1, "all")), false);

    @Test
    void a_curve_begins_at_zero_and_ends_where_everything_is_reached() {
        Picture picture = picture(List.of(UPPER), List.of("16%"));

        assertThat(Rounded.marks(picture))
                .contains(new Mark.Course(
                        List.of(new Mark.Point(46, 262), new Mark.Point(216, 63.6), new Mark.Point(386, 14)),
                        Look.LINE_NEW));
    }

    @Test
    void chance_is_the_straight_line_and_the_callout_lies_on_the_curve() {
        Picture picture = picture(List.of(UPPER), List.of("16%"));

        assertThat(Rounded.marks(picture))
                .contains(new Mark.Line(46, 262, 386, 14, Look.DASH))
                .contains(new Mark.Dot(80, 222.3, 3.4, Look.DOT_NEW));
    }

    @Test
    void the_name_of_the_upper_curve_stands_above_it_and_the_other_below() {
        Picture picture = picture(List.of(UPPER, LOWER), List.of("16%", "12%"));

        Mark.Label upper = label(picture, "new");
        Mark.Label lower = label(picture, "old");
        assertThat(upper.y()).isLessThan(262 - 248 * UPPER.at(0.36));
        assertThat(lower.y()).isGreaterThan(262 - 248 * LOWER.at(0.46));
        assertThat(upper.anchor()).isEqualTo(Anchor.END);
        assertThat(lower.anchor()).isEqualTo(Anchor.START);
    }

    @Test
    void a_single_curve_needs_no_name() {
        assertThat(picture(List.of(UPPER), List.of("16%")).marks())
                .noneMatch(
                        mark -> mark instanceof Mark.Label label && label.text().equals("new"));
    }

    private static Picture picture(List<Curves.Curve> curves, List<String> shares) {
        Curves.Axis axis = new Curves.Axis("leads", 1, List.of(new Curves.Tick(0, "0%"), new Curves.Tick(1, "100%")));
        return Curves.of("gains", "", curves, axis, QUARTERS, new Curves.Callout(0.1, shares), "chance");
    }

    private static Mark.Label label(Picture picture, String text) {
        return picture.marks().stream()
                .filter(mark -> mark instanceof Mark.Label label && label.text().equals(text))
                .map(Mark.Label.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
