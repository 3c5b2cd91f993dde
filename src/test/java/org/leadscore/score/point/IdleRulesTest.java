package org.leadscore.score.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdleRulesTest {

    private static final String EXPLICIT = """
            explicit:
              - {name: Director, when: {title: director}, points: 20}
              - {name: Rival, when: {company: Ozark}, points: -20}
            """;
    private static final String IMPLICIT = """
            implicit:
              - {name: Pricing, did: {event: page_view}, points: 5}
            """;

    @Test
    void all_rules_are_idle_until_a_score_tells_of_them_in_the_order_of_the_file() {
        assertThat(new IdleRules(rules(EXPLICIT + IMPLICIT)).names()).containsExactly("Director", "Rival", "Pricing");
        assertThat(new IdleRules(rules(IMPLICIT + EXPLICIT)).names()).containsExactly("Pricing", "Director", "Rival");
    }

    @Test
    void a_rule_that_gave_or_took_points_is_not_idle_any_more() {
        IdleRules idle = new IdleRules(rules(EXPLICIT + IMPLICIT));

        idle.hear(score(List.of(new Contribution("Rival", -1))));
        assertThat(idle.names()).containsExactly("Director", "Pricing");
        Side engagement = new Side(List.of());
        engagement.add("Pricing", null);
        idle.hear(score(engagement.contributions(new long[] {0})));
        assertThat(idle.names()).containsExactly("Director", "Pricing");
        idle.hear(score(engagement.contributions(new long[] {1})));
        assertThat(idle.names()).containsExactly("Director");
        idle.hear(score(List.of(new Contribution("Director", 1), new Contribution("Pricing", 1))));
        assertThat(idle.names()).isEmpty();
    }

    @Test
    void of_two_parts_those_are_idle_that_are_idle_in_both() {
        IdleRules one = new IdleRules(rules(EXPLICIT + IMPLICIT));
        IdleRules other = new IdleRules(rules(EXPLICIT + IMPLICIT));
        one.hear(score(List.of(new Contribution("Director", 1))));
        other.hear(score(List.of(new Contribution("Pricing", 1))));

        one.merge(other);

        assertThat(one.names()).containsExactly("Rival");
        assertThat(other.names()).containsExactly("Director", "Rival");
    }

    private static RuleSet rules(String text) {
        return RuleFile.parse("rules.yaml", "version: 1\ntimezone: UTC\n" + text)
                .rules();
    }

    private static Score score(List<Contribution> contributions) {
        return new Score(Status.SCORED, null, 0, 0, 0, null, TimeFormat.NONE, contributions);
    }
}
