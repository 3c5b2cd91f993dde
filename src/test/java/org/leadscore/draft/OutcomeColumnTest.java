package org.leadscore.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeColumnTest {

    @Test
    void has_two_values_and_a_name_for_a_sale() {
        OutcomeColumn outcome =
                OutcomeColumn.of(Sample.of("age,y", "30,yes", "40,no", "50,no")).orElseThrow();

        assertThat(outcome.test()).isEqualTo("{y: yes}");
        assertThat(outcome.conversions()).isEqualTo(1);
        assertThat(outcome.others()).isEqualTo(2);
        assertThat(outcome.canBeLearned()).isFalse();
    }

    @Test
    void may_be_a_stage_with_a_word_for_a_sale() {
        assertThat(OutcomeColumn.of(Sample.of("age,Deal Stage", "30,Closed Won", "40,Closed Lost")))
                .map(OutcomeColumn::test)
                .contains("{Deal Stage: Closed Won}");
    }

    @Test
    void may_be_blank_for_all_others() {
        assertThat(OutcomeColumn.of(Sample.of("age,converted", "30,1", "40,", "50,")))
                .map(OutcomeColumn::others)
                .contains(2);
    }

    @Test
    void is_no_flag_of_another_name() {
        assertThat(OutcomeColumn.of(Sample.of("age,newsletter", "30,yes", "40,no")))
                .isEmpty();
    }

    @Test
    void is_no_stage_of_three_values() {
        assertThat(OutcomeColumn.of(Sample.of("age,stage", "30,won", "40,lost", "50,open")))
                .isEmpty();
    }

    @Test
    void is_none_where_two_could_be_it() {
        assertThat(OutcomeColumn.of(Sample.of("won,converted", "yes,no", "no,yes")))
                .isEmpty();
    }

    @Test
    void can_be_learned_from_ten_of_both() {
        String[] lines = new String[21];
        lines[0] = "age,won";
        for (int i = 1; i <= 20; i++) {
            lines[i] = i + (i <= 10 ? ",yes" : ",no");
        }

        assertThat(OutcomeColumn.of(Sample.of(lines)).orElseThrow().canBeLearned())
                .isTrue();
    }
}
