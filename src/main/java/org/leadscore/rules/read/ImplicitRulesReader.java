package org.leadscore.rules.read;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.rule.Activity;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.rule.OwnMailing;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the key {@code implicit}, the rules about what a lead does. */
final class ImplicitRulesReader {

    private static final List<String> KEYS = List.of(
            "name",
            "group",
            "did",
            "points",
            "count",
            "times",
            "tiers",
            "sum",
            "per",
            "rate",
            "limit",
            "within",
            "decay",
            "activity",
            "min",
            "max");

    private static final Map<String, String> ELSEWHERE = Stream.of("when", "field", "values", "otherwise", "learn")
            .collect(toMap(key -> key, key -> key + " belongs to the rules under explicit, which look at contacts"));

    private final Findings findings;
    private final ConditionReader conditions;
    private final CountReader counts;
    private final DecayReader decays;
    private final GroupsReader groups;
    private final UniqueNames names;
    private final ScalarTypes values;

    ImplicitRulesReader(
            Findings findings, ConditionReader conditions, CountReader counts, GroupsReader groups, UniqueNames names) {
        this.findings = findings;
        this.conditions = conditions;
        this.counts = counts;
        this.decays = new DecayReader(findings);
        this.groups = groups;
        this.names = names;
        this.values = new ScalarTypes(findings);
    }

    List<ImplicitRule> read(@Nullable YamlTree tree) {
        List<ImplicitRule> rules = new ArrayList<>();
        for (YamlTree item : Lists.items(tree, "implicit", "rules", findings)) {
            MappingFields fields = MappingFields.of(item, "an implicit rule", findings, KEYS, ELSEWHERE);
            if (fields != null) {
                rules.add(rule(fields));
            }
        }
        return rules;
    }

    private ImplicitRule rule(MappingFields fields) {
        String name = names.read(fields);
        String group = groups.of(fields, Group.Kind.IMPLICIT);
        Activity activity = activity(fields);
        Award award = award(fields, activity, groups.decayOf(group));
        warnIfNothing(fields, award);
        return new ImplicitRule(
                name,
                group,
                activity,
                isActivity(fields, activity),
                fields.within(),
                award,
                fields.bounds(),
                fields.at());
    }

    /** Reads the key {@code activity}; without it, events are the lead's doing, and doubtful names are warned of. */
    private boolean isActivity(MappingFields fields, Activity activity) {
        YamlTree tree = fields.tree("activity");
        if (tree != null) {
            Boolean isActivity = values.truth(tree, "activity");
            return isActivity == null || isActivity;
        }
        // what stands under over is measured by, and never a sign of life
        OwnMailing.askedFor(activity.conditions().get(0))
                .filter(name -> fields.lacks(List.of("activity")))
                .ifPresent(name -> findings.warning(
                        fields.keyAt(fields.has("rate") ? "rate" : "did"),
                        ("'%s' sounds like what the sender does, and the rule makes it a sign of life; write activity:"
                                        + " false, or activity: true if it is the lead who does it")
                                .formatted(name)));
        return true;
    }

    private Activity activity(MappingFields fields) {
        if (fields.has("rate") && !fields.has("did")) {
            return rate(fields);
        }
        if (fields.has("rate")) {
            fields.refuse(List.of("rate"), "%s has its own conditions, of and over; leave did out, or make two rules");
        } else if (fields.lacks(List.of("did"))) {
            findings.problem(
                    fields.at(), "the rule has no condition; add did, the name of an event or a condition, or rate");
        }
        YamlTree did = fields.tree("did");
        Condition condition = did == null ? ConditionReader.ALWAYS : conditions.did(did, "did");
        return fields.has("sum") ? sum(fields, condition) : new Activity.Occurrences(condition, counts.count(fields));
    }

    private Activity sum(MappingFields fields, Condition did) {
        fields.refuse(List.of("count"), "%s cannot stand beside sum; make two rules of them");
        fields.need("per", "sum needs per, how much of the column is worth the points: per: 60");
        Scalar column = fields.text("sum");
        BigDecimal per = fields.number("per");
        if (per != null && per.signum() <= 0) {
            findings.problem(fields.at("per"), "per must be above 0, not '" + per.toPlainString() + "'");
        }
        Field field = column == null ? Field.column("", fields.at()) : ConditionReader.ofEvent(column);
        return new Activity.Sum(did, field, per == null ? BigDecimal.ONE : per);
    }

    private Activity rate(MappingFields fields) {
        fields.refuse(List.of("sum", "per"), "%s cannot stand beside rate; make two rules of them");
        Count count = counts.countOfRate(fields);
        YamlTree tree = fields.tree("rate");
        MappingFields rate =
                tree == null ? null : MappingFields.of(tree, "rate", findings, List.of("of", "over", "from-events"));
        if (rate == null) {
            return new Activity.Rate(ConditionReader.ALWAYS, ConditionReader.ALWAYS, count, 1);
        }
        rate.need("of", "rate needs of, the events that are wanted: {of: email_click, over: email_sent}");
        rate.need("over", "rate needs over, the events they are measured by: {of: email_click, over: email_sent}");
        YamlTree of = rate.tree("of");
        YamlTree over = rate.tree("over");
        Integer from = rate.whole("from-events", 1, Integer.MAX_VALUE);
        return new Activity.Rate(
                of == null ? ConditionReader.ALWAYS : conditions.did(of, "of"),
                over == null ? ConditionReader.ALWAYS : conditions.did(over, "over"),
                count,
                from == null ? 1 : from);
    }

    private Award award(MappingFields fields, Activity activity, @Nullable Decay groupDecay) {
        if (!fields.has("sum") && !fields.has("rate")) {
            fields.refuse(List.of("per"), "%s goes with sum only");
        }
        boolean ages = !fields.hasAny(List.of("sum", "rate"));
        if (!ages) {
            String form = fields.has("sum") ? "sum" : "rate";
            fields.refuse(List.of("decay"), "%s has nothing to fade in a rule with " + form + "; leave it out");
        }
        Decay inherited = ages ? groupDecay : null;
        if (fields.has("times") && fields.has("tiers")) {
            fields.refuse(List.of("tiers"), "times and %s cannot stand together; make two rules of them");
        }
        if (fields.has("times")) {
            return times(fields, inherited);
        }
        if (fields.has("tiers")) {
            return tiers(fields, activity, inherited);
        }
        return each(fields, inherited);
    }

    private Award each(MappingFields fields, @Nullable Decay groupDecay) {
        if (fields.has("rate")) {
            findings.problem(
                    fields.keyAt("rate"),
                    "rate needs times or tiers, which say what a rate is worth: tiers: [{at-least: 0.5, points: 10}]");
        }
        fields.needPoints("the rule");
        Long points = fields.points("points");
        Integer limit = fields.whole("limit", 1, Integer.MAX_VALUE);
        return new Award.Each(
                points == null ? 1 : points, limit == null ? Award.UNLIMITED : limit, decay(fields, groupDecay));
    }

    /** The rule's own decay, or else its group's; sums and rates have none. */
    private @Nullable Decay decay(MappingFields fields, @Nullable Decay groupDecay) {
        Decay own = fields.hasAny(List.of("sum", "rate")) ? null : decays.read(fields);
        return own == null ? groupDecay : own;
    }

    private Award times(MappingFields fields, @Nullable Decay groupDecay) {
        refuseLimit(fields, "times");
        fields.needPoints("the rule");
        Long points = fields.points("points");
        CountReader.Times times = counts.times(fields, reach(fields));
        return new Award.Tiers(
                List.of(new Award.Tier(times.range(), times.within(), points == null ? 1 : points)),
                decay(fields, groupDecay));
    }

    private Award tiers(MappingFields fields, Activity activity, @Nullable Decay groupDecay) {
        refuseLimit(fields, "tiers");
        if (!fields.has("times")) {
            fields.refuse(List.of("points"), "%s stands within each tier, not beside tiers");
        }
        return new Award.Tiers(
                counts.tiers(fields, reach(fields), activity.growsWithTime()), decay(fields, groupDecay));
    }

    private static void refuseLimit(MappingFields fields, String form) {
        fields.refuse(
                List.of("limit"), "%s means nothing beside " + form + ", which gives its points once; leave it out");
    }

    private static TierReach reach(MappingFields fields) {
        return fields.has("rate") ? TierReach.RATES : TierReach.COUNTS;
    }

    private void warnIfNothing(MappingFields fields, Award award) {
        List<Long> amounts = award.amounts();
        boolean nothing = !amounts.isEmpty() && amounts.stream().allMatch(points -> points == 0);
        if (nothing) {
            findings.warning(fields.at(), "the rule gives 0 points, whatever the lead does");
        }
    }
}
