package org.leadscore.score.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.Group;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContributionsTest {

    private static final Contribution DIRECTOR = new Contribution("Director", 20);
    private static final Contribution PRICING = new Contribution("Pricing", 6);
    private static final Contribution LEFT = new Contribution("Left", -2);

    @Test
    void contributions_are_weighed_stand_in_the_order_of_the_file_and_leave_out_nothings() {
        assertTold(contributions(true), List.of(DIRECTOR, PRICING, LEFT));
        assertTold(contributions(false), List.of(PRICING, LEFT, DIRECTOR));
    }

    private static Contributions contributions(boolean explicitFirst) {
        Side engagement = new Side(List.of(new Group(
                "social", Group.Kind.IMPLICIT, new BigDecimal("0.5"), new Bounds(Long.MIN_VALUE, Long.MAX_VALUE))));
        engagement.add("Pricing", null);
        engagement.add("Nothing", null);
        engagement.add("Left", "social");
        return new Contributions(List.of(DIRECTOR), explicitFirst, engagement, new long[] {6, 0, -4});
    }

    private static void assertTold(Contributions contributions, List<Contribution> expected) {
        List<Contribution> told = new ArrayList<>();
        score(contributions).tell((rule, points) -> told.add(new Contribution(rule, points)));
        List<Contribution> toldOfList = new ArrayList<>();
        score(expected).tell((rule, points) -> toldOfList.add(new Contribution(rule, points)));

        assertThat(told).isEqualTo(expected);
        assertThat(toldOfList).isEqualTo(expected);
        assertThat(contributions).hasSize(3).isEqualTo(expected);
    }

    private static Score score(List<Contribution> contributions) {
        return new Score(Status.SCORED, null, 0, 0, 0, null, TimeFormat.NONE, contributions);
    }
}
