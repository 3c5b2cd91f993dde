package org.leadscore.score.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.Group;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SideTest {

    private static final List<Group> GROUPS = List.of(
            new Group("web", Group.Kind.IMPLICIT, BigDecimal.ONE, new Bounds(-5_000_000, 20_000_000)),
            new Group("social", Group.Kind.IMPLICIT, new BigDecimal("0.333"), new Bounds(1_000_000, Long.MAX_VALUE)));

    @Test
    void the_parts_of_an_explanation_add_up_to_the_total() {
        SplittableRandom random = new SplittableRandom(20_261_122);
        String[] groups = {"web", "social", null};

        for (int round = 0; round < 2_000; round++) {
            Side side = new Side(GROUPS);
            long[] points = new long[random.nextInt(1, 9)];
            for (int i = 0; i < points.length; i++) {
                side.add("rule " + i, groups[random.nextInt(groups.length)]);
                points[i] = random.nextInt(3) == 0 ? 0 : random.nextLong(-30_000_000, 30_000_000);
            }

            long sum = side.parts(points).stream()
                    .mapToLong(Explanation.Part::points)
                    .sum();

            assertThat(sum).as("round %d", round).isEqualTo(side.total(points));
        }
    }

    @Test
    void a_weight_leaves_millionths_rounded_half_even() {
        Side side = new Side(List.of(new Group(
                "social", Group.Kind.IMPLICIT, new BigDecimal("0.5"), new Bounds(Long.MIN_VALUE, Long.MAX_VALUE))));
        side.add("shared", "social");

        assertThat(side.total(new long[] {5})).isEqualTo(2);
        assertThat(side.total(new long[] {7})).isEqualTo(4);
        assertThat(side.total(new long[] {-5})).isEqualTo(-2);
    }

    @Test
    void a_group_is_told_of_when_a_rule_of_it_gave_points_or_its_bounds_did() {
        Side side = new Side(GROUPS);
        side.add("Pricing", "web");
        side.add("Left", "web");
        side.add("Shared", "social");
        side.add("Called", null);

        assertThat(side.parts(new long[] {5, -5, 0, 0}))
                .containsExactly(
                        new Explanation.Part(
                                GROUPS.get(0),
                                List.of(new Contribution("Pricing", 5), new Contribution("Left", -5)),
                                0),
                        new Explanation.Part(GROUPS.get(1), List.of(), 1_000_000));
        assertThat(side.parts(new long[] {0, 0, 0, 7}))
                .containsExactly(
                        new Explanation.Part(GROUPS.get(1), List.of(), 1_000_000),
                        new Explanation.Part(null, List.of(new Contribution("Called", 7)), 7));
        assertThat(side.parts(new long[] {5, -5, 0, 0}).get(0).sum()).isZero();
        assertThat(side.parts(new long[] {5, 2, 0, 0}).get(0).sum()).isEqualTo(7);
    }

    @Test
    void contributions_are_those_of_the_rules_in_their_order() {
        Side side = new Side(GROUPS);
        side.add("Pricing", "web");
        side.add("Called", null);

        assertThat(side.contributions(new long[] {5, -7}))
                .containsExactly(new Contribution("Pricing", 5), new Contribution("Called", -7));
    }
}
