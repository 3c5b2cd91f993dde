package org.leadscore.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartsTest {

    @Test
    void coordinates_have_one_decimal_at_most_and_no_minus_zero() {
        assertThat(List.of(
                        Coordinates.text(12), Coordinates.text(0.25), Coordinates.text(-0.04), Coordinates.text(1e-9)))
                .containsExactly("12", "0.3", "0", "0");
    }

    @Test
    void ticks_are_round_and_the_last_reaches_the_most() {
        assertThat(LinearScale.ticks(430, 5)).containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0);
        assertThat(LinearScale.ticks(3, 5)).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(LinearScale.ticks(0, 5)).containsExactly(0.0, 1.0);
    }

    @Test
    void a_score_bar_draws_fit_from_zero_and_engagement_behind_it() {
        Picture bar = Bars.score(30, 50, -20, 80, 70);

        assertThat(bar.marks())
                .containsExactly(
                        new Mark.Box(0, 2, 100, 8, Look.TRACK),
                        new Mark.Box(20, 2, 30, 8, Look.FIT),
                        new Mark.Box(50, 2, 50, 8, Look.ENGAGEMENT),
                        new Mark.Line(90, 0, 90, 12, Look.LIMIT));
    }

    @Test
    void what_is_negative_lies_left_of_zero() {
        Picture bar = Bars.score(-20, 50, -20, 80, 200);

        assertThat(bar.marks())
                .containsExactly(
                        new Mark.Box(0, 2, 100, 8, Look.TRACK),
                        new Mark.Box(0, 2, 20, 8, Look.AGAINST),
                        new Mark.Box(20, 2, 50, 8, Look.ENGAGEMENT));
    }

    @Test
    void contributions_have_one_scale_on_both_sides_of_zero() {
        assertThat(Bars.contribution(45, -30, 45, Look.FIT).marks())
                .containsExactly(new Mark.Box(40, 1.5, 60, 7, Look.FIT));
        assertThat(Bars.contribution(-30, -30, 45, Look.AGAINST).marks())
                .containsExactly(new Mark.Box(0, 1.5, 40, 7, Look.AGAINST));
        assertThat(Bars.contribution(0, -30, 45, Look.FIT).marks()).isEmpty();
    }

    @Test
    void buckets_go_from_hot_to_cold_however_many_there_are() {
        assertThat(Look.ofBucket(0, 1)).isEqualTo(Look.HOT);
        assertThat(Look.ofBucket(1, 2)).isEqualTo(Look.COLD);
        assertThat(Look.ofBucket(2, 4)).isEqualTo(Look.COOL);
        assertThat(Look.ofBucket(0, 12)).isEqualTo(Look.HOT);
        assertThat(Look.ofBucket(11, 12)).isEqualTo(Look.COLD);
        assertThat(Look.ofBucket(12, 12)).isEqualTo(Look.COLD);
    }

    @Test
    void shades_go_by_the_square_root_of_the_count() {
        assertThat(Look.heat(0, 100)).isEqualTo(Look.HEAT_0);
        assertThat(Look.heat(25, 100)).isEqualTo(Look.HEAT_3);
        assertThat(Look.heat(100, 100)).isEqualTo(Look.HEAT_5);
        assertThat(Look.heat(0, 0)).isEqualTo(Look.HEAT_0);
    }

    @Test
    void the_columns_of_a_histogram_stand_on_its_axis() {
        Picture picture = Histogram.of(
                "t",
                "d",
                List.of(
                        new Histogram.Column(0, 50, 10, Look.COLD, "ten"),
                        new Histogram.Column(50, 100, 0, Look.HOT, "none")),
                List.of(new Histogram.Zone(0, 70, "cold", "10"), new Histogram.Zone(70, 100, "hot", "0")),
                "score",
                number -> Long.toString(Math.round(number)));

        assertThat(picture.marks())
                .contains(new Mark.Box(38, 48, 178, 178, Look.COLD, "ten"))
                .filteredOn(Mark.Box.class::isInstance)
                .hasSize(1);
        assertThat(picture.marks()).contains(new Mark.Label(163.3, 13, "cold", Anchor.MIDDLE, Look.TEXT_INK));
    }

    @Test
    void an_interval_is_drawn_on_the_scale_of_all() {
        Picture strip = Strips.interval(0.5, 0.25, 0.75, 0.5, 1);

        assertThat(strip.isHidden()).isTrue();
        assertThat(strip.marks())
                .containsExactly(
                        new Mark.Line(60, 0, 60, 14, Look.DASH),
                        new Mark.Line(31.75, 7, 88.25, 7, Look.WHISKER_NEW),
                        new Mark.Dot(60, 7, 3.5, Look.DOT_NEW));
    }
}
