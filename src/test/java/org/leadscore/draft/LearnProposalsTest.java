package org.leadscore.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LearnProposalsTest {

    @Test
    void learn_tables_of_words_and_tiers_of_numbers() {
        LearnProposals learned = of();

        assertThat(learned.rules()).extracting(Proposal::name).containsExactly("source", "visits");
        assertThat(learned.rules().get(0).body()).containsExactly("field: source", "learn: values");
        assertThat(learned.rules().get(1).body()).containsExactly("field: visits", "learn: tiers");
    }

    @Test
    void pass_over_ids_times_names_and_what_is_the_same_for_all() {
        assertThat(of().passedOver()).containsExactly("Lead Number", "name", "created", "country");
    }

    private static LearnProposals of() {
        List<String> lines = new ArrayList<>(List.of("Lead Number,name,created,country,source,visits"));
        for (int i = 0; i < 80; i++) {
            lines.add((66000 + i * 7) + ",N" + (char) ('a' + i % 26) + i + ",2026-01-" + (10 + i % 20) + ",ES,"
                    + (i % 2 == 0 ? "web" : "fair") + "," + i);
        }
        return new LearnProposals(Sample.of(lines.toArray(String[]::new)), Set.of());
    }
}
