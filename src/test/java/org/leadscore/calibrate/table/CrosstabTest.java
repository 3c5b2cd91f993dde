package org.leadscore.calibrate.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrosstabTest {

    @Test
    void groups_are_held_against_outcomes() {
        HistoryRows leads = leads(true, false, false, true, true);

        assertThat(Crosstab.outcomes(leads, List.of("hot", "cold", "", "hot", "")))
                .isEqualTo(Map.of("hot", new Counts(2, 2), "cold", new Counts(1, 0), "", new Counts(2, 1)));
    }

    @Test
    void a_group_may_be_called_anything() {
        HistoryRows leads = leads(true, true, false, false, false);

        assertThat(Crosstab.outcomes(leads, List.of("NA", "Total", "NA", "true", "a~~~b")))
                .isEqualTo(Map.of(
                        "NA", new Counts(2, 1),
                        "Total", new Counts(1, 1),
                        "true", new Counts(1, 0),
                        "a~~~b", new Counts(1, 0)));
    }

    @Test
    void nobody_needs_to_have_converted() {
        assertThat(Crosstab.outcomes(leads(false, false), List.of("hot", "hot")))
                .isEqualTo(Map.of("hot", new Counts(2, 0)));
    }

    @Test
    void no_rows_make_no_groups() {
        assertThat(Crosstab.outcomes(leads(), List.of())).isEmpty();
        assertThat(Crosstab.mostFrequent(List.of(), 3)).isEmpty();
    }

    @Test
    void the_most_frequent_come_first_and_equal_ones_in_the_order_of_text() {
        List<String> texts = List.of("b", "NaN", "a", "", "a", "b", "Z", "");

        assertThat(Crosstab.mostFrequent(texts, 5)).containsExactly("", "a", "b", "NaN", "Z");
        assertThat(Crosstab.mostFrequent(texts, 2)).containsExactly("", "a");
    }

    private static HistoryRows leads(boolean... converted) {
        HistoryBuilder builder = HistoryBuilder.flat(List.of());
        for (int lead = 0; lead < converted.length; lead++) {
            builder.row(lead, 0, converted[lead]);
        }
        return HistoryRows.all(builder.build());
    }
}
