package org.leadscore.calibrate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.Histories;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityTest {

    /** Up to 1 point there are two of three others and none of two conversions; that is the largest distance. */
    @Test
    void ks_is_the_largest_distance_of_the_two_distributions() {
        double ks = Quality.ks(new long[] {0, 1, 2, 2, 3}, new boolean[] {false, false, false, true, true});

        assertThat(ks).isCloseTo(2 / 3.0, within(1e-12));
    }

    /** Chances of 0.5 for all: each is 0.25 off, squared. One in two converts, so the overall rate does as well. */
    @Test
    void brier_skill_is_none_when_every_lead_has_the_overall_rate() {
        HistoryBuilder builder = HistoryBuilder.flat(List.of());
        Histories.add(builder, 0, 10, 5);

        Quality quality = Quality.of(HistoryRows.all(builder.build()), new long[10], new Chance(0, 0), 1);

        assertThat(quality.brier()).isEqualTo(0.25);
        assertThat(quality.brierSkill()).isZero();
        assertThat(quality.auc().area()).isEqualTo(0.5);
        assertThat(quality.conversions()).isEqualTo(5);
    }

    /** Twenty leads with points 19 to 0; the best two converted, and the last but one. */
    @Test
    void tenths_say_how_many_conversions_are_in_them() {
        long[] points = new long[20];
        boolean[] converted = new boolean[20];
        for (int row = 0; row < 20; row++) {
            points[row] = 19L - row;
            converted[row] = row == 0 || row == 1 || row == 18;
        }

        List<Tenth> tenths = Tenth.of(points, converted);

        assertThat(tenths).hasSize(10);
        assertThat(tenths.get(0).conversions()).isEqualTo(2);
        assertThat(tenths.get(0).rate()).isEqualTo(1);
        assertThat(tenths.get(0).lift()).isCloseTo(20 / 3.0, within(1e-12));
        assertThat(tenths.get(0).gain()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(tenths.get(1).conversions()).isZero();
        assertThat(tenths.get(9).conversions()).isEqualTo(1);
        assertThat(tenths.get(9).gain()).isEqualTo(1);
    }

    @Test
    void leads_with_equal_points_are_shared_out_evenly() {
        List<Tenth> tenths = Tenth.of(new long[20], new boolean[] {
            true, true, false, false, false, false, false, false, false, false, false, false, false, false, false,
            false, false, false, false, false
        });

        assertThat(tenths).allSatisfy(tenth -> assertThat(tenth.lift()).isCloseTo(1, within(1e-12)));
    }

    /** Shares of 10.5/21 and 10.5/21 become 5.5/21 and 15.5/21: −0.238 · ln 0.524 + 0.238 · ln 1.476 = 0.2467. */
    @Test
    void stability_is_the_published_index() {
        assertThat(Stability.index(new int[] {10, 10}, new int[] {5, 15})).isCloseTo(0.2467, within(0.00005));
        assertThat(Stability.index(new int[] {10, 10}, new int[] {20, 20})).isZero();
    }

    @Test
    void the_points_of_a_population_that_did_not_move_are_stable() {
        long[] then = new long[1_000];
        long[] moved = new long[1_000];
        for (int row = 0; row < then.length; row++) {
            then[row] = row;
            moved[row] = row + 100L;
        }

        assertThat(Stability.index(then, then)).isZero();
        assertThat(Stability.index(then, moved)).isGreaterThan(0.1);
    }

    /** Ten leads over two weeks, two a week at most: the four best, unless others are their equals. */
    @Test
    void capacity_takes_no_more_than_can_be_worked_on() {
        HistoryBuilder builder = HistoryBuilder.flat(List.of());
        Histories.add(builder, 0, 10, 5);
        HistoryRows part = HistoryRows.all(builder.build());

        Capacity capacity = Capacity.of(part, new long[] {10, 9, 1, 1, 1, 8, 7, 1, 1, 1}, 2, 2);
        Capacity tied = Capacity.of(part, new long[] {10, 9, 7, 1, 1, 8, 7, 1, 1, 1}, 2, 2);
        Capacity plenty = Capacity.of(part, new long[] {10, 9, 1, 1, 1, 8, 7, 1, 1, 1}, 50, 2);
        Capacity none = Capacity.of(part, new long[10], 2, 2);

        assertThat(capacity).isEqualTo(new Capacity(7, new Counts(4, 2), 2, 0.4));
        assertThat(tied).isEqualTo(new Capacity(8, new Counts(3, 2), 1.5, 0.4));
        assertThat(plenty).isEqualTo(new Capacity(1, new Counts(10, 5), 5, 1));
        assertThat(none).isEqualTo(new Capacity(Long.MAX_VALUE, new Counts(0, 0), 0, 0));
    }

    /** A quarter of those with 0 and three quarters of those with 10 convert: α = −ln 3 and β = 2 ln 3 ÷ 10. */
    @Test
    void the_chance_behind_a_score_is_the_one_that_makes_it_likeliest() {
        Chance chance = Chance.of(
                new double[] {0, 0, 0, 0, 10, 10, 10, 10},
                new boolean[] {true, false, false, false, true, true, true, false});

        assertThat(chance.intercept()).isCloseTo(-Math.log(3), within(1e-9));
        assertThat(chance.slope()).isCloseTo(2 * Math.log(3) / 10, within(1e-9));
        assertThat(chance.at(0)).isCloseTo(0.25, within(1e-9));
        assertThat(chance.scoreAt(0.75)).isCloseTo(10, within(1e-9));
    }

    @Test
    void scores_that_are_all_the_same_have_the_overall_chance() {
        Chance chance = Chance.of(new double[] {7, 7, 7, 7}, new boolean[] {true, false, false, false});

        assertThat(chance.slope()).isZero();
        assertThat(chance.at(7)).isCloseTo(0.25, within(1e-9));
    }
}
