package org.leadscore.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CellPairsTest {

    @Test
    void few_cells_and_many_are_added_up_alike() {
        CellPairs few = new CellPairs(500);
        CellPairs many = new CellPairs(30_000);
        CellPairs more = new CellPairs(30_000);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 40_000; i++) {
            int one = random.nextInt(500);
            int other = random.nextInt(500);
            few.add(Math.min(one, other), Math.max(one, other), i % 8);
            (i < 30_000 ? many : more).add(Math.min(one, other), Math.max(one, other), i % 8);
        }

        Map<String, Double> all = sums(many.plus(more));

        assertThat(all).hasSizeGreaterThan(20_000).isEqualTo(sums(few));
    }

    /** Sums in floating point depend on the order of additions, which must not differ from run to run. */
    @Test
    void pairs_come_in_the_same_order_on_every_run() {
        List<Long> once = order();

        assertThat(order()).hasSize(3_000).isEqualTo(once);
    }

    private static List<Long> order() {
        CellPairs pairs = new CellPairs(10_000);
        for (int i = 0; i < 3_000; i++) {
            pairs.add(i, i * 3 % 7 + i, 1);
        }
        List<Long> order = new ArrayList<>();
        pairs.each((lower, upper, sum) -> order.add(lower * 10_000L + upper));
        return order;
    }

    private static Map<String, Double> sums(CellPairs pairs) {
        Map<String, Double> sums = new TreeMap<>();
        pairs.each((lower, upper, sum) -> sums.put(lower + " " + upper, sum));
        return sums;
    }
}
