package org.leadscore.score.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.lead.TimeFormat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreChangeTest {

    @Test
    void causes_are_the_differences_by_rule_the_weightiest_first_and_add_up() {
        ScoreChange change = new ScoreChange(
                score(
                        10,
                        5,
                        new Contribution("Director", 10),
                        new Contribution("Pricing", 3),
                        new Contribution("Old", 2)),
                score(
                        10,
                        20,
                        new Contribution("Director", 10),
                        new Contribution("Pricing", 4),
                        new Contribution("New", 12)));

        assertThat(change.points()).isEqualTo(15);
        assertThat(change.causes())
                .containsExactly(
                        new Contribution("New", 12),
                        new Contribution(ScoreChange.BOUNDS_AND_INACTIVITY, 4),
                        new Contribution("Old", -2),
                        new Contribution("Pricing", 1));
    }

    @Test
    void rules_of_one_name_are_one_rule() {
        ScoreChange change = new ScoreChange(
                score(5, 0, new Contribution("Pricing", 2), new Contribution("Pricing", 3)),
                score(0, 4, new Contribution("Pricing", 4)));

        assertThat(change.causes()).containsExactly(new Contribution("Pricing", -1));
    }

    @Test
    void nothing_causes_no_change() {
        Score score = score(1, 2, new Contribution("Pricing", 3));

        assertThat(new ScoreChange(score, score).points()).isZero();
        assertThat(new ScoreChange(score, score).causes()).isEmpty();
    }

    private static Score score(long fit, long engagement, Contribution... contributions) {
        return new Score(Status.SCORED, null, fit, engagement, 0, null, TimeFormat.NONE, List.of(contributions));
    }
}
