package org.leadscore.calibrate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.rows.Counts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignificanceTest {

    /** Fisher 1935, chapter 2: eight cups, four with the milk first; of 70 choices 1, 16, 36, 16, 1 have 0 to 4 right. */
    @Test
    void the_lady_who_tastes_tea_has_three_cups_right() {
        double p = Significance.p(new Counts(4, 3), new Counts(8, 4));

        assertThat(p).isCloseTo(34 / 70.0, within(1e-9));
    }

    @Test
    void the_lady_who_tastes_tea_has_all_cups_right() {
        double p = Significance.p(new Counts(4, 4), new Counts(8, 4));

        assertThat(p).isCloseTo(2 / 70.0, within(1e-9));
    }

    /** χ² = 100 · (20·40 − 30·10)² ÷ (50 · 50 · 30 · 70) = 4.7619; by tables of χ² with one degree of freedom p = 0.0291. */
    @Test
    void where_counts_are_large_it_is_pearsons() {
        double p = Significance.p(new Counts(50, 20), new Counts(100, 30));

        assertThat(p).isCloseTo(0.0291, within(0.00005));
    }

    @Test
    void the_two_tests_meet_where_one_takes_over_from_the_other() {
        Counts with = new Counts(1_000, 48);
        Counts whole = new Counts(10_000, 400);

        assertThat(Significance.fisher(with, whole)).isCloseTo(Significance.p(with, whole), within(0.02));
    }

    @Test
    void nothing_to_compare_is_never_significant() {
        assertThat(Significance.p(new Counts(0, 0), new Counts(100, 10))).isEqualTo(1);
        assertThat(Significance.p(new Counts(100, 10), new Counts(100, 10))).isEqualTo(1);
        assertThat(Significance.p(new Counts(10, 0), new Counts(100, 0))).isEqualTo(1);
        assertThat(Significance.p(new Counts(10, 10), new Counts(100, 100))).isEqualTo(1);
    }

    /** The fifteen comparisons of Benjamini and Hochberg 1995, section 3.2: at 0.05 the first four are significant. */
    @Test
    void finds_what_benjamini_and_hochberg_found() {
        double[] q = Significance.q(new double[] {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        });

        assertThat(q[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
        assertThat(q[4]).isCloseTo(0.0201 * 15 / 5, within(1e-12)).isGreaterThan(0.05);
        assertThat(q[5]).isCloseTo(0.0298 * 15 / 7, within(1e-12)); // not more than that of the next
        assertThat(q[14]).isEqualTo(1);
    }

    @Test
    void the_order_in_which_they_were_tested_is_kept() {
        double[] q = Significance.q(new double[] {0.5, 0.01});

        assertThat(q).containsExactly(0.5, 0.02);
    }

    @Test
    void of_a_thousand_that_mean_nothing_hardly_any_is_significant() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        Counts whole = new Counts(100_000, 5_000);

        double[] p = IntStream.range(0, 1_000)
                .mapToObj(any -> new Counts(
                        500, (int) random.doubles(500).filter(x -> x < 0.05).count()))
                .mapToDouble(counts -> Significance.p(counts, whole))
                .toArray();

        assertThat(Arrays.stream(p).filter(one -> one < 0.05).count()).isBetween(30L, 70L);
        assertThat(Arrays.stream(Significance.q(p)).filter(q -> q <= Significance.LEVEL))
                .hasSizeLessThan(3);
    }
}
