package org.leadscore.calibrate.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableMakingTest {

    @Nested
    class Of_values {

        @Test
        void rare_values_are_other_and_missing_is_a_value_of_its_own() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(new Column.Values("Job", BigDecimal.ONE, true)));
            add(builder, "buyer", 40);
            add(builder, "engineer", 60);
            add(builder, "clown", 29);
            add(builder, "", 5);

            Feature feature = feature(builder.build());

            assertThat(labels(feature)).containsExactly("engineer", "buyer", "otherwise", "");
            assertThat(feature.entries().get(2).place()).isEqualTo(Entry.Place.OTHERWISE);
            assertThat(feature.choice().applyAsInt(0)).isEqualTo(1);
            assertThat(feature.choice().applyAsInt(100)).isEqualTo(2);
            assertThat(feature.choice().applyAsInt(133)).isEqualTo(3);
        }

        @Test
        void of_many_leads_half_a_percent_is_rare() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(new Column.Values("Job", BigDecimal.ONE, true)));
            add(builder, "engineer", 9_901);
            add(builder, "buyer", 50);
            add(builder, "clown", 49);

            assertThat(labels(feature(builder.build()))).containsExactly("engineer", "buyer", "otherwise");
        }

        @Test
        void without_rare_values_there_is_no_other_and_without_gaps_no_missing() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(new Column.Values("Job", BigDecimal.ONE, true)));
            add(builder, "engineer", 30);

            assertThat(labels(feature(builder.build()))).containsExactly("engineer");
        }

        private static void add(HistoryBuilder builder, String text, int leads) {
            for (int i = 0; i < leads; i++) {
                builder.row(builder.rows(), 0, false);
                builder.text(0, text);
            }
        }
    }

    @Nested
    class Of_numbers {

        @Test
        void each_fifth_has_a_tier() {
            Feature feature = numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

            assertThat(labels(feature))
                    .containsExactly("at-least: 9", "at-least: 7", "at-least: 5", "at-least: 3", "below: 3");
            assertThat(feature.choice().applyAsInt(9)).isZero();
            assertThat(feature.choice().applyAsInt(2)).isEqualTo(3);
            assertThat(feature.choice().applyAsInt(0)).isEqualTo(4);
        }

        @Test
        void zero_has_its_own_when_a_tenth_are_zero() {
            Feature feature = numbers(0, 1.5, 2.5, 3.5, 4.5, 5.5, -1, 7, 8, 9);

            assertThat(labels(feature))
                    .containsExactly(
                            "at-least: 0, at-most: 0",
                            "at-least: 8",
                            "at-least: 5.5",
                            "at-least: 3.5",
                            "at-least: 1.5",
                            "below: 1.5");
            assertThat(feature.choice().applyAsInt(0)).isZero();
            assertThat(feature.choice().applyAsInt(6)).isEqualTo(5);
        }

        @Test
        void zero_is_a_number_like_others_when_fewer_are_zero() {
            Feature feature = numbers(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

            assertThat(labels(feature)).doesNotContain("at-least: 0, at-most: 0");
        }

        @Test
        void a_number_that_most_leads_have_is_told_from_the_rest() {
            Feature feature = numbers(-1, -1, -1, -1, -1, -1, -1, -1, -1, 90);

            assertThat(labels(feature)).containsExactly("at-least: 90", "below: 90");
        }

        @Test
        void one_number_for_all_is_a_single_tier_and_none_for_any_is_no_tier() {
            assertThat(labels(numbers(7, 7, 7))).containsExactly("at-least: 7");
            assertThat(labels(numbers(0, 0, 1))).containsExactly("at-least: 0, at-most: 0", "at-least: 1");
            assertThat(labels(numbers(Double.NaN, Double.NaN))).isEmpty();
        }

        @Test
        void no_number_is_in_no_tier() {
            Feature feature = numbers(Double.NaN, 1, 2, 3, 4, 5);

            assertThat(feature.choice().applyAsInt(0)).isEqualTo(History.NONE);
            assertThat(feature.choice().applyAsInt(1)).isEqualTo(4);
        }

        private static Feature numbers(double... numbers) {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(new Column.Numbers("Age", BigDecimal.ONE, true)));
            for (int lead = 0; lead < numbers.length; lead++) {
                builder.row(lead, 0, false);
                builder.number(0, numbers[lead]);
            }
            return feature(builder.build());
        }
    }

    private static Feature feature(History history) {
        return Feature.of(HistoryRows.all(history), 0);
    }

    private static List<String> labels(Feature feature) {
        return feature.entries().stream().map(Entry::label).toList();
    }
}
