package org.leadscore.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmountProposalsTest {

    @Test
    void give_counters_tiers_by_what_was_done() {
        AmountProposals amounts = of("Email,Opens,Sent", "a@x.example,12,20", "b@x.example,0,20", "c@x.example,3,20");

        assertThat(amounts.counters()).extracting(Proposal::name).containsExactly("Opens");
        assertThat(amounts.counters().get(0).body())
                .containsExactly(
                        "field: Opens", "tiers:", "  - {at-least: 12, points: 10}", "  - {above: 0, points: 6}");
    }

    @Test
    void give_sizes_with_separators_the_usual_tiers() {
        AmountProposals amounts =
                of("Email;Mitarbeiter", "a@x.example;1.200", "b@x.example;35", "c@x.example;4", "d@x.example;1.500");

        assertThat(amounts.sizes().get(0).body())
                .containsExactly(
                        "field: Mitarbeiter",
                        "tiers:",
                        "  - {at-least: 500, points: 15}",
                        "  - {at-least: 20, points: 5}",
                        "  - {below: 5, points: -5}");
    }

    @Test
    void read_the_lower_end_of_ranges_by_a_column_that_is_made() {
        AmountProposals amounts =
                of("Email,Company size", "a@x.example,51-200", "b@x.example,11-50", "c@x.example,\"1,000+\"");

        assertThat(amounts.made())
                .containsEntry(
                        "Company size from",
                        "{from: Company size, match: '^[^0-9]*([0-9][0-9.,]*)', number: {thousands: ','}}");
        assertThat(amounts.sizes().get(0).body()).contains("field: Company size from");
    }

    @Test
    void give_the_newest_times_most() {
        AmountProposals amounts = of(
                "Email,Last Open,Last Modified",
                "a@x.example,2026-11-18,2026-11-18",
                "b@x.example,2026-03-01,2026-11-18");

        assertThat(amounts.recent()).extracting(Proposal::name).containsExactly("Last Open");
        assertThat(amounts.recent().get(0).body()).contains("  - {after: 14d, points: 10}");
    }

    @Test
    void pass_over_what_was_taken_back_and_what_is_no_count() {
        AmountProposals amounts =
                of("Email,Refunded orders,Zip,Latitude", "a@x.example,1,10115,52.5", "b@x.example,0,28001,40.4");

        assertThat(amounts.counters()).isEmpty();
        assertThat(amounts.sizes()).isEmpty();
    }

    private static AmountProposals of(String... lines) {
        Export export = Sample.of(lines);
        return new AmountProposals(export, Set.of(export.leads().get(0)));
    }
}
