package org.leadscore.report.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovedTest {

    @Test
    void who_stays_where_he_was_has_moved_nowhere() {
        assertThat(new Moved("hot", "").to("hot", "")).isEmpty();
    }

    @Test
    void a_move_to_another_bucket_and_stage_is_told_in_one_text() {
        assertThat(new Moved("warm", "discovery").to("hot", "decision"))
                .isEqualTo("warm > hot; stage: discovery > decision");
    }

    @Test
    void a_lead_in_no_stage_came_from_none() {
        assertThat(new Moved("warm", "").to("warm", "decision")).isEqualTo("stage: no stage > decision");
    }

    @ParameterizedTest
    @CsvSource({
        "warm, discovery, hot, decision",
        "warm, discovery, warm, decision",
        "warm, discovery, hot, discovery",
        "warm, discovery, warm, discovery",
        "customer, '', hot, decision",
        "no bucket, decision, customer, ''",
        "a > b, c; d, b, d",
        "hot, warm, warm, hot",
        "same, same, other, same",
    })
    void what_was_told_is_read_again(String place, String stage, String placeNow, String stageNow) {
        Moved before = new Moved(place, stage);

        assertThat(Moved.read(before.to(placeNow, stageNow), placeNow, stageNow))
                .isEqualTo(before);
    }
}
