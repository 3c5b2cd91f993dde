package org.leadscore.calibrate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadscore.calibrate.rows.Counts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GiveawayTest {

    /** The lower ends of the intervals are 0.7639, 0.8389, 0.7961, 0.8064, 0.8882 and 0.8709, by the formula of Wilson 1927. */
    @ParameterizedTest
    @CsvSource({
        "20, 19, 2000, 200, false, the interval reaches below 0.8",
        "20, 20, 2000, 200, true, 20 of 20",
        "15, 15, 1500, 200, false, the interval reaches below 0.8",
        "16, 16, 1600, 200, true, 16 of 16",
        "16, 16, 1601, 200, false, fewer than one in a hundred has it",
        "100, 95, 1000, 200, true, 95 of 100",
        "100, 94, 1000, 200, false, a rate below 0.95",
        "100, 95, 200, 142, true, the others convert with 0.47",
        "100, 95, 200, 143, false, the others convert with 0.48",
        "100, 95, 100, 95, false, there are no others"
    })
    void is_sure_where_almost_all_convert_and_the_others_half_as_often(
            int leads, int conversions, int all, int converted, boolean isSure) {
        assertThat(Giveaway.isSure(new Counts(leads, conversions), new Counts(all, converted)))
                .isEqualTo(isSure);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 80, 1000, 100, 0.0009, true",
        "500, 80, 1000, 100, 0.001, false",
        "500, 79, 1000, 100, 0.0009, false",
        "501, 80, 1000, 100, 0.0009, false"
    })
    void holds_most_where_half_of_the_leads_at_most_have_four_fifths_of_the_conversions(
            int leads, int conversions, int all, int converted, double q, boolean holds) {
        assertThat(Giveaway.holdsMost(new Counts(leads, conversions), new Counts(all, converted), q))
                .isEqualTo(holds);
    }

    /** 18 of 20 conversions and 9 of 180 others have it: 0.5 + (0.9 − 0.05) ÷ 2 = 0.925. */
    @Test
    void a_table_alone_is_measured_by_its_area() {
        int[] groups = new int[200];
        boolean[] converted = new boolean[200];
        for (int lead = 0; lead < 200; lead++) {
            converted[lead] = lead % 10 == 0;
            boolean isOdd = lead == 0 || lead == 100 || lead % 20 == 7 && lead < 180;
            groups[lead] = converted[lead] != isOdd ? 1 : 0;
        }

        assertThat(Giveaway.area(groups, converted).orElseThrow()).isCloseTo(0.925, within(1e-12));
    }

    @Test
    void a_table_with_an_area_of_nine_tenths_or_less_is_nothing_to_wonder_at() {
        int[] groups = new int[200];
        boolean[] converted = new boolean[200];
        for (int lead = 0; lead < 200; lead++) {
            converted[lead] = lead % 10 == 0;
            boolean isOdd = lead < 40 && converted[lead];
            groups[lead] = converted[lead] != isOdd ? 1 : 0; // 16 of 20 and none of the others: 0.9
        }

        assertThat(Giveaway.area(groups, converted)).isEmpty();
    }

    /** A hundred values of thirty leads each, and twelve conversions at random, rank themselves with an area above 0.9. */
    @Test
    void an_order_that_small_groups_have_by_chance_is_no_finding() {
        int[] groups = new int[3_000];
        boolean[] converted = new boolean[3_000];
        SplittableRandom random = new SplittableRandom(20_260_101);
        for (int lead = 0; lead < 3_000; lead++) {
            groups[lead] = lead % 100;
        }
        for (int conversion = 0; conversion < 12; conversion++) {
            converted[random.nextInt(3_000)] = true;
        }

        assertThat(Giveaway.area(groups, converted)).isEmpty();
    }

    @Test
    void a_measure_may_fall_with_conversions() {
        long[] measures = new long[40];
        boolean[] converted = new boolean[40];
        for (int lead = 0; lead < 40; lead++) {
            measures[lead] = lead;
            converted[lead] = lead < 10;
        }

        assertThat(Giveaway.areaOfMeasure(measures, converted)).hasValue(1);
    }

    @Test
    void fewer_than_ten_conversions_say_nothing_of_a_rule() {
        long[] measures = new long[40];
        boolean[] converted = new boolean[40];
        for (int lead = 0; lead < 40; lead++) {
            measures[lead] = lead;
            converted[lead] = lead < 9;
        }

        assertThat(Giveaway.areaOfMeasure(measures, converted)).isEmpty();
    }
}
