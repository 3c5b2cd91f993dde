package org.leadscore.score.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.lead.Points;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.Scale;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpreadTest {

    @Test
    void a_score_is_one_of_the_whole_number_below_it() {
        Spread.Count count = new Spread.Count(scale("0", "100", 1), 1);
        count.add(0, 694);
        count.add(0, 690);
        count.add(1, 689);

        Spread spread = count.spread();

        assertThat(spread.leads(0, 69)).isEqualTo(2);
        assertThat(spread.leads(1, 68)).isEqualTo(1);
        assertThat(spread.leads(1, 69)).isZero();
        assertThat(spread.leadsIn(69)).isEqualTo(2);
    }

    @Test
    void a_limit_within_a_whole_number_is_told_by_the_bucket() {
        Spread.Count count = new Spread.Count(scale("0", "100", 1), 2);
        count.add(0, 695);
        count.add(1, 694);

        Spread spread = count.spread();

        assertThat(spread.leads(0, 69)).isEqualTo(1);
        assertThat(spread.leads(1, 69)).isEqualTo(1);
        assertThat(spread.leadsIn(69)).isEqualTo(2);
    }

    @Test
    void the_highest_score_stands_by_itself() {
        Spread.Count count = new Spread.Count(scale("0", "100", 2), 0);
        count.add(0, 10_000);
        count.add(0, 9_999);

        Spread spread = count.spread();

        assertThat(spread.max()).isEqualTo(100);
        assertThat(spread.leads(0, 100)).isEqualTo(1);
        assertThat(spread.leads(0, 99)).isEqualTo(1);
    }

    @Test
    void only_leads_at_the_lowest_score_are_at_the_minimum() {
        Spread.Count count = new Spread.Count(scale("0", "100", 2), 0);
        count.add(0, 0);
        count.add(0, 1);

        assertThat(count.spread().atMinimum()).isEqualTo(1);
        assertThat(count.spread().leads(0, 0)).isEqualTo(2);
    }

    @Test
    void scores_below_zero_are_rounded_down_too() {
        Spread.Count count = new Spread.Count(scale("-20.5", "99.5", 1), 0);
        count.add(0, -205);
        count.add(0, -1);
        count.add(0, 995);

        Spread spread = count.spread();

        assertThat(spread.min()).isEqualTo(-21);
        assertThat(spread.max()).isEqualTo(99);
        assertThat(spread.leads(0, -21)).isEqualTo(1);
        assertThat(spread.leads(0, -1)).isEqualTo(1);
        assertThat(spread.leads(0, 99)).isEqualTo(1);
        assertThat(spread.atMinimum()).isEqualTo(1);
    }

    @Test
    void a_thousand_whole_numbers_are_counted_each() {
        Spread spread = new Spread.Count(scale("0", "1000", 0), 0).spread();

        assertThat(spread.step()).isEqualTo(1);
        assertThat(spread.bins()).isEqualTo(1_001);
    }

    @Test
    void a_wider_scale_has_bins() {
        Spread.Count count = new Spread.Count(scale("0", "1001", 0), 0);
        count.add(0, 999);
        count.add(0, 1_000);
        count.add(0, 1_001);

        Spread spread = count.spread();

        assertThat(spread.step()).isEqualTo(2);
        assertThat(spread.bins()).isEqualTo(502);
        assertThat(spread.leads(0, 998)).isEqualTo(1);
        assertThat(spread.leads(0, 999)).isZero();
        assertThat(spread.leads(0, 1_000)).isEqualTo(1);
        assertThat(spread.leads(0, 1_001)).isEqualTo(1);
        assertThat(IntStream.range(498, 502).map(spread::from)).containsExactly(996, 998, 1_000, 1_001);
    }

    @Test
    void the_widest_scale_there_can_be_is_counted() {
        Spread.Count count = new Spread.Count(scale("-1000000000", "1000000000", 6), 1);
        count.add(0, 1_000_000_000_000_000L);
        count.add(1, -1_000_000_000_000_000L);

        Spread spread = count.spread();

        assertThat(spread.step()).isEqualTo(2_000_000);
        assertThat(spread.bins()).isEqualTo(1_001);
        assertThat(spread.leads(0, 1_000_000_000)).isEqualTo(1);
        assertThat(spread.leads(1, -1_000_000_000)).isEqualTo(1);
    }

    @Test
    void a_scale_of_one_score_has_one_bin() {
        Spread.Count count = new Spread.Count(scale("7", "7", 0), 0);
        count.add(0, 7);

        assertThat(count.spread()).isEqualTo(new Spread(7, 7, 1, 1, List.of(1)));
    }

    @Test
    void two_census_add_up() {
        Scale scale = scale("0", "2", 0);
        Spread.Count count = new Spread.Count(scale, 1);
        count.add(0, 2);
        count.add(1, 0);
        Census none = Census.none(scale, List.of(new Bucket("hot", BigDecimal.ONE)));
        Census two = none.plus(new Census(none.buckets(), 1, 2, 3, 4, count.spread()));

        Census four = two.plus(two);

        assertThat(four.spread()).isEqualTo(new Spread(0, 2, 1, 2, List.of(0, 0, 2, 2, 0, 0)));
        assertThat(four.total()).isEqualTo(20);
    }

    @Test
    void a_number_for_each_bin_is_needed() {
        assertThatThrownBy(() -> new Spread(0, 2, 1, 0, List.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Scale scale(String min, String max, int decimals) {
        return new Scale(0, 100 * Points.ONE, new BigDecimal(min), new BigDecimal(max), decimals);
    }
}
