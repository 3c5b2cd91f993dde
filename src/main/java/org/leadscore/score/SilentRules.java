package org.leadscore.score;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;

/**
 * Takes the points from some rules of a rule set and leaves all else as it is: what they look for still counts as a sign of
 * life, and conditions can still name them. Evaluation measures by such rules what others are worth.
 */
public final class SilentRules {

    private SilentRules() {}

    /**
     * The same rules, of which some give no points.
     *
     * @param names of those
     */
    public static RuleSet of(RuleSet rules, Set<String> names) {
        if (names.isEmpty()) {
            return rules;
        }
        List<ExplicitRule> explicit = rules.explicit().stream()
                .map(rule -> names.contains(rule.name()) ? silent(rule) : rule)
                .toList();
        List<ImplicitRule> implicit = rules.implicit().stream()
                .map(rule -> names.contains(rule.name()) ? silent(rule) : rule)
                .toList();
        return rules.withPoints(explicit, implicit);
    }

    private static ExplicitRule silent(ExplicitRule rule) {
        Attribute attribute = rule.attribute()
                .choose(
                        when -> new Attribute.When(when.when(), 0),
                        tiers -> new Attribute.Tiers(
                                tiers.field(),
                                tiers.tiers().stream()
                                        .map(tier -> new Attribute.Tier(tier.test(), 0))
                                        .toList()),
                        table -> new Attribute.Values(table.field(), Map.of(), 0),
                        unlearned -> unlearned);
        return new ExplicitRule(rule.name(), rule.group(), attribute, Bounds.NONE, rule.at());
    }

    private static ImplicitRule silent(ImplicitRule rule) {
        Award award = rule.award()
                .choose(
                        each -> new Award.Each(0, each.limit(), each.decay()),
                        tiers -> new Award.Tiers(
                                tiers.tiers().stream()
                                        .map(tier -> new Award.Tier(tier.range(), tier.within(), 0))
                                        .toList(),
                                tiers.decay()));
        return new ImplicitRule(
                rule.name(),
                rule.group(),
                rule.activity(),
                rule.isActivity(),
                rule.within(),
                award,
                Bounds.NONE,
                rule.at());
    }
}
