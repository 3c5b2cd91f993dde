package org.leadscore.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadscore.lead.Points;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;

/**
 * Makes rules that give, in place of points, the factors that the points would be multiplied by. A rule with points for
 * each occurrence gives one point for each, so that its points are the sum of the decay factors after the limit, as far
 * as {@link Points#MOST}. Any other gives, in millionths, the number of the place that holds: from 1, in the order of
 * its tiers or of {@link #values}, and 0 for none; behind all rules, one more for each whose tiers fade gives the factor of
 * the tier that holds ({@link #factors}). The points that the rules had make no difference. Calibration learns the points
 * from such measures.
 */
public final class MeasuringRules {

    private MeasuringRules() {}

    /** The same rules, measuring. Groups, bounds, inactivity and disqualifiers are gone. */
    public static RuleSet of(RuleSet rules) {
        List<ImplicitRule> implicit = new ArrayList<>(
                rules.implicit().stream().map(MeasuringRules::measuring).toList());
        for (ImplicitRule rule : rules.implicit()) {
            fading(rule).map(tiers -> factor(rule, tiers)).ifPresent(implicit::add);
        }
        return rules.withRules(
                rules.explicit().stream().map(MeasuringRules::measuring).toList(), implicit);
    }

    /**
     * The number of the implicit measuring rule that gives the factor of a rule's tiers, in millionths, by the rule's number;
     * −1 for a rule without tiers that fade.
     */
    public static int[] factors(RuleSet rules) {
        int[] factors = new int[rules.implicit().size()];
        int next = factors.length;
        for (int rule = 0; rule < factors.length; rule++) {
            factors[rule] = fading(rules.implicit().get(rule)).isPresent() ? next++ : -1;
        }
        return factors;
    }

    /** The rule's tiers, where they fade. */
    private static Optional<Award.Tiers> fading(ImplicitRule rule) {
        return rule.award()
                .choose(each -> Optional.empty(), tiers -> Optional.of(tiers).filter(of -> of.decay() != null));
    }

    private static ImplicitRule factor(ImplicitRule rule, Award.Tiers tiers) {
        List<Award.Tier> whole = tiers.tiers().stream()
                .map(tier -> new Award.Tier(tier.range(), tier.within(), Points.ONE))
                .toList();
        return with(rule, new Award.Tiers(whole, tiers.decay()));
    }

    /**
     * The folded values of a table in the order in which they are numbered; the number after the last stands for all
     * other values.
     */
    public static List<String> values(Attribute.Values table) {
        return table.points().keySet().stream().sorted().toList();
    }

    private static ExplicitRule measuring(ExplicitRule rule) {
        return new ExplicitRule(rule.name(), null, measuring(rule.attribute()), Bounds.NONE, rule.at());
    }

    private static Attribute measuring(Attribute attribute) {
        return attribute.choose(
                when -> new Attribute.When(when.when(), 1),
                tiers -> numbered(tiers),
                table -> numbered(table),
                unlearned -> unlearned);
    }

    private static Attribute numbered(Attribute.Tiers tiers) {
        List<Attribute.Tier> numbered = new ArrayList<>();
        tiers.tiers().forEach(tier -> numbered.add(new Attribute.Tier(tier.test(), numbered.size() + 1)));
        return new Attribute.Tiers(tiers.field(), numbered);
    }

    private static Attribute numbered(Attribute.Values table) {
        List<String> values = values(table);
        Map<String, Long> numbers = new LinkedHashMap<>();
        table.points().keySet().forEach(value -> numbers.put(value, values.indexOf(value) + 1L));
        return new Attribute.Values(table.field(), numbers, values.size() + 1);
    }

    private static ImplicitRule measuring(ImplicitRule rule) {
        return with(rule, measuring(rule.award()));
    }

    private static ImplicitRule with(ImplicitRule rule, Award award) {
        return new ImplicitRule(
                rule.name(), null, rule.activity(), rule.isActivity(), rule.within(), award, Bounds.NONE, rule.at());
    }

    private static Award measuring(Award award) {
        return award.choose(each -> new Award.Each(Points.ONE, each.limit(), each.decay()), tiers -> numbered(tiers));
    }

    private static Award numbered(Award.Tiers tiers) {
        List<Award.Tier> numbered = new ArrayList<>();
        tiers.tiers().forEach(tier -> numbered.add(new Award.Tier(tier.range(), tier.within(), numbered.size() + 1)));
        return new Award.Tiers(numbered, null);
    }
}
