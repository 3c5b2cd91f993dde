package org.leadscore.rules.read;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.next.Interest;
import org.leadscore.rules.rule.Activity;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;

/** Reads the key {@code interests}. */
final class InterestsReader {

    private static final List<String> RULE_KEYS = List.of("did", "points", "count", "limit", "within", "decay");

    private static final Map<String, String> ELSEWHERE = Stream.of(
                    "name",
                    "group",
                    "when",
                    "field",
                    "values",
                    "times",
                    "tiers",
                    "sum",
                    "per",
                    "rate",
                    "activity",
                    "min",
                    "max")
            .collect(toMap(
                    key -> key,
                    key -> key + " has no place in the rules of an interest, which give points for each event: "
                            + String.join(", ", RULE_KEYS)));

    /** The least points that make an interest when none are given, in millionths: anything above 0. */
    private static final long ANYTHING = 1;

    private final Findings findings;
    private final ConditionReader conditions;
    private final CountReader counts;
    private final DecayReader decays;

    InterestsReader(Findings findings, ConditionReader conditions) {
        this.findings = findings;
        this.conditions = conditions;
        this.counts = new CountReader(findings);
        this.decays = new DecayReader(findings);
    }

    List<Interest> read(@Nullable YamlTree tree) {
        UniqueNames names = new UniqueNames("an interest", findings);
        List<Interest> interests = new ArrayList<>();
        for (YamlTree item : Lists.items(tree, "interests", "interests with a name and rules", findings)) {
            MappingFields fields = MappingFields.of(item, "an interest", findings, List.of("name", "from", "rules"));
            if (fields != null) {
                interests.add(interest(names.read(fields), fields));
            }
        }
        if (tree != null && interests.isEmpty()) {
            interests.add(new Interest("", ANYTHING, List.of())); // stands for those that could not be read
        }
        return interests;
    }

    private Interest interest(String name, MappingFields fields) {
        fields.need("rules", "the interest needs rules, such as rules: [{did: {url: {contains: /lathes}}, points: 1}]");
        Long from = fields.points("from");
        if (from != null && from <= 0) {
            findings.problem(fields.at("from"), "from must be above 0, the points of a lead that did nothing");
        }
        List<ImplicitRule> rules = new ArrayList<>();
        String form = "rules such as {did: page_view, points: 1}";
        for (YamlTree item : Lists.items(fields.tree("rules"), "rules", form, findings)) {
            MappingFields rule = MappingFields.of(item, "a rule of an interest", findings, RULE_KEYS, ELSEWHERE);
            if (rule != null) {
                rules.add(rule(name, rule));
            }
        }
        return new Interest(name, from == null ? ANYTHING : from, rules);
    }

    private ImplicitRule rule(String interest, MappingFields fields) {
        fields.need("did", "the rule has no condition; add did, the name of an event or a condition");
        fields.needPoints("the rule");
        YamlTree did = fields.tree("did");
        Condition condition = did == null ? ConditionReader.ALWAYS : conditions.did(did, "did");
        Long points = fields.points("points");
        Integer limit = fields.whole("limit", 1, Integer.MAX_VALUE);
        Award award = new Award.Each(
                points == null ? 1 : points, limit == null ? Award.UNLIMITED : limit, decays.read(fields));
        return new ImplicitRule(
                interest,
                null,
                new Activity.Occurrences(condition, counts.count(fields)),
                false,
                fields.within(),
                award,
                Bounds.NONE,
                fields.at());
    }
}
