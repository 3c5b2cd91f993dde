package org.leadscore.engine.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.leads.Result;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Points;
import org.leadscore.problem.Location;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.score.point.RankedLead;

/**
 * Counts whom each rule gives points, which tiers are reached, and which bounds hold everyone. Runs the rules once, with
 * one more rule for each tier and each bound. Not thread-safe.
 */
public final class RuleProbe {

    /** The least number of leads of whom it says something that none of them is in a tier. */
    private static final int ENOUGH = 5;

    /** The least number of leads with points of whom it says something that all of them reach a bound. */
    private static final int ENOUGH_AT_A_BOUND = 3;

    /** Stands before the names of rules that no rule file has; no name has it, as names have no line breaks. */
    private static final String MARK = "\n";

    /**
     * The result of a probe.
     *
     * @param leads by rule, the number of leads that it gave points or took some from, in the order of the file
     * @param doubts tiers that nobody reaches, bounds that everyone reaches
     * @param result of the run; its leads have points of rules that the rule file does not have
     */
    public record Outcome(Map<String, Integer> leads, List<Doubt> doubts, Result result) {}

    /** A rule or group whose upper bound is looked at, and the leads with points above 0, and at the bound or above. */
    private static final class Capped {

        private final Location at;
        private final String what;
        private final long max;
        private int above;
        private int held;

        Capped(Location at, String what, long max) {
            this.at = at;
            this.what = what;
            this.max = max;
        }

        void see(long points) {
            above += points > 0 ? 1 : 0;
            held += points >= max ? 1 : 0;
        }
    }

    private final RuleSet rules;
    private final List<ExplicitRule> explicit = new ArrayList<>();
    private final List<ImplicitRule> implicit = new ArrayList<>();

    /** By name of a rule that is run, the number of leads that it gave points or took some from. */
    private final Map<String, Integer> leads = new HashMap<>();

    /** By name of a rule that is run without its upper bound, that bound. */
    private final Map<String, Capped> cappedRules = new HashMap<>();

    /** By name of a group with an upper bound, that bound. */
    private final Map<String, Capped> cappedGroups = new LinkedHashMap<>();

    /** By name of a rule, the name of its group. */
    private final Map<String, String> groupOf = new HashMap<>();

    public RuleProbe(RuleSet rules) {
        this.rules = rules;
        rules.explicit().forEach(this::add);
        rules.implicit().forEach(this::add);
        for (Group group : rules.groups()) {
            if (group.bounds().max() > 0 && group.bounds().max() != Long.MAX_VALUE) {
                firstOf(group.name())
                        .ifPresent(at -> cappedGroups.put(
                                group.name(),
                                new Capped(
                                        at,
                                        "the group '" + group.name() + "'",
                                        group.bounds().max())));
            }
        }
    }

    /**
     * Runs the rules, and counts.
     *
     * @param asOf milliseconds since 1970 UTC
     * @throws InputException as the engine does
     */
    public Outcome run(Engine engine, Exports exports, long asOf) {
        Result result = engine.run(rules.ungrouped(explicit, implicit), exports, asOf);
        for (RankedLead lead : result.leads()) {
            Map<String, Long> sums = new HashMap<>();
            lead.score().tell((rule, points) -> count(rule, points, sums));
            sums.forEach((group, sum) -> see(group, sum));
        }
        Map<String, Integer> byRule = new LinkedHashMap<>();
        names().forEach(name -> byRule.put(name, leads.getOrDefault(name, 0)));
        return new Outcome(byRule, doubts(result.leads().size()), result);
    }

    private void count(String rule, long points, Map<String, Long> sums) {
        leads.merge(rule, 1, Integer::sum);
        Capped capped = cappedRules.get(rule);
        if (capped != null) {
            capped.see(points);
        }
        String group = groupOf.get(rule);
        if (group != null) {
            sums.merge(group, points, Long::sum);
        }
    }

    private void see(String group, long sum) {
        Capped capped = cappedGroups.get(group);
        if (capped != null) {
            Group of = rules.groups().stream()
                    .filter(each -> each.name().equals(group))
                    .findFirst()
                    .orElseThrow();
            capped.see(Points.weigh(sum, of.weight().doubleValue(), of.weight()));
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        List<String> ofContacts =
                rules.explicit().stream().map(ExplicitRule::name).toList();
        names.addAll(rules.explicitStandsFirst() ? ofContacts : List.of());
        rules.implicit().forEach(rule -> names.add(rule.name()));
        names.addAll(rules.explicitStandsFirst() ? List.of() : ofContacts);
        return names;
    }

    private List<Doubt> doubts(int all) {
        List<Doubt> doubts = new ArrayList<>();
        if (all >= ENOUGH) {
            for (ExplicitRule rule : rules.explicit()) {
                addUnreached(rule.name(), rule.at(), tiers(rule.attribute()).size(), doubts);
            }
            for (ImplicitRule rule : rules.implicit()) {
                addUnreached(rule.name(), rule.at(), tiers(rule.award()).size(), doubts);
            }
        }
        cappedRules.values().forEach(capped -> addIfAllAreHeld(capped, doubts));
        cappedGroups.values().forEach(capped -> addIfAllAreHeld(capped, doubts));
        return doubts;
    }

    /** Adds the tiers of a rule that nobody reaches; in one sentence when nobody reaches any of several. */
    private void addUnreached(String rule, Location at, int tiers, List<Doubt> doubts) {
        List<Doubt> unreached = new ArrayList<>();
        for (int tier = 1; tiers > 1 && tier <= tiers; tier++) {
            if (!leads.containsKey(ofTier(rule, tier))) {
                unreached.add(new Doubt(at, "no lead is in tier %d of the %d of '%s'".formatted(tier, tiers, rule)));
            }
        }
        if (unreached.size() < tiers) {
            doubts.addAll(unreached);
        } else if (tiers > 1) {
            doubts.add(new Doubt(at, "no lead is in any of the %d tiers of '%s'".formatted(tiers, rule)));
        }
    }

    private static void addIfAllAreHeld(Capped capped, List<Doubt> doubts) {
        if (capped.above >= ENOUGH_AT_A_BOUND && capped.held == capped.above) {
            doubts.add(new Doubt(
                    capped.at,
                    String.format(
                            Locale.ROOT,
                            "all %,d leads to whom %s gives points reach its max: %s, so that it tells none of them from another",
                            capped.held,
                            capped.what,
                            Numbers.plain(Points.toDecimal(capped.max)))));
        }
    }

    private void add(ExplicitRule rule) {
        explicit.add(new ExplicitRule(rule.name(), null, rule.attribute(), rule.bounds(), rule.at()));
        note(rule.name(), rule.group());
        List<Attribute.Tier> passed = new ArrayList<>();
        for (Attribute.Tier tier : tiers(rule.attribute())) {
            List<Attribute.Tier> some = new ArrayList<>(passed);
            some.add(new Attribute.Tier(tier.test(), Points.ONE));
            Field field = rule.attribute().fields().get(0);
            explicit.add(new ExplicitRule(
                    ofTier(rule.name(), some.size()), null, new Attribute.Tiers(field, some), Bounds.NONE, rule.at()));
            passed.add(new Attribute.Tier(tier.test(), 0));
        }
    }

    private void add(ImplicitRule rule) {
        implicit.add(like(rule, rule.name(), rule.award(), rule.bounds()));
        note(rule.name(), rule.group());
        List<Award.Tier> passed = new ArrayList<>();
        for (Award.Tier tier : tiers(rule.award())) {
            List<Award.Tier> some = new ArrayList<>(passed);
            some.add(new Award.Tier(tier.range(), tier.within(), Points.ONE));
            implicit.add(like(rule, ofTier(rule.name(), some.size()), new Award.Tiers(some, null), Bounds.NONE));
            passed.add(new Award.Tier(tier.range(), tier.within(), 0));
        }
        long max = rule.bounds().max();
        if (max > 0 && max != Long.MAX_VALUE && rule.award().choose(each -> each.points() != max, tiers -> false)) {
            String unbounded = MARK + rule.name();
            implicit.add(like(rule, unbounded, rule.award(), Bounds.NONE));
            cappedRules.put(unbounded, new Capped(rule.at(), "'" + rule.name() + "'", max));
        }
    }

    private static List<Attribute.Tier> tiers(Attribute attribute) {
        return attribute.choose(when -> List.of(), Attribute.Tiers::tiers, values -> List.of(), unlearned -> List.of());
    }

    private static List<Award.Tier> tiers(Award award) {
        return award.choose(each -> List.of(), Award.Tiers::tiers);
    }

    private static ImplicitRule like(ImplicitRule rule, String name, Award award, Bounds bounds) {
        return new ImplicitRule(
                name, null, rule.activity(), rule.isActivity(), rule.within(), award, bounds, rule.at());
    }

    private void note(String rule, @Nullable String group) {
        if (group != null) {
            groupOf.put(rule, group);
        }
    }

    /** The place of the first rule of a group. */
    private Optional<Location> firstOf(String group) {
        return Stream.concat(
                        rules.explicit().stream()
                                .filter(rule -> group.equals(rule.group()))
                                .map(ExplicitRule::at),
                        rules.implicit().stream()
                                .filter(rule -> group.equals(rule.group()))
                                .map(ImplicitRule::at))
                .findFirst();
    }

    private static String ofTier(String rule, int tier) {
        return MARK + tier + MARK + rule;
    }
}
