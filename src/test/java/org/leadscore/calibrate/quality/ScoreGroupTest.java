package org.leadscore.calibrate.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.rows.Counts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreGroupTest {

    @Test
    void groups_of_ten_scores_have_the_mean_of_their_chances() {
        double[] scores = repeat(60, 5, 95);
        double[] chances = repeat(60, 0.25, 0.75);

        assertThat(ScoreGroup.of(scores, chances, half(120)))
                .containsExactly(
                        new ScoreGroup(0, 9, new Counts(60, 30), 0.25),
                        new ScoreGroup(10, 100, new Counts(60, 30), 0.75));
    }

    @Test
    void a_group_that_promises_too_little_is_one_with_its_neighbour() {
        double[] scores = repeat(60, 5, 15);
        double[] chances = repeat(60, 0.0078125, 0.4921875);

        assertThat(ScoreGroup.of(scores, chances, half(120)))
                .containsExactly(new ScoreGroup(0, 19, new Counts(120, 60), 0.25));
    }

    @Test
    void what_is_left_at_the_top_belongs_to_the_group_below() {
        double[] scores = repeat(60, 5, 95);
        double[] chances = repeat(60, 0.5, 0);

        assertThat(ScoreGroup.of(scores, chances, half(120)))
                .containsExactly(new ScoreGroup(0, 100, new Counts(120, 60), 0.25));
    }

    @Test
    void scores_beyond_the_scale_are_held_within_it() {
        double[] scores = repeat(60, -30, 250);
        double[] chances = repeat(60, 0.5, 0.5);

        assertThat(ScoreGroup.of(scores, chances, half(120)))
                .extracting(ScoreGroup::from)
                .containsExactly(0, 10);
    }

    @Test
    void few_conversions_make_groups_that_promise_five() {
        double[] scores = repeat(10, 5, 95);
        double[] chances = repeat(10, 0.25, 0.75);

        assertThat(ScoreGroup.of(scores, chances, half(20)))
                .containsExactly(new ScoreGroup(0, 100, new Counts(20, 10), 0.5));
    }

    private static double[] repeat(int times, double first, double second) {
        double[] numbers = new double[2 * times];
        Arrays.fill(numbers, 0, times, first);
        Arrays.fill(numbers, times, numbers.length, second);
        return numbers;
    }

    /** Every second row is a conversion. */
    private static boolean[] half(int rows) {
        boolean[] converted = new boolean[rows];
        for (int row = 0; row < rows; row += 2) {
            converted[row] = true;
        }
        return converted;
    }
}
