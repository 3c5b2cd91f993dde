package org.leadscore.rules.read;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Attribute.Unlearned.Form;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.LearnAll;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the key {@code explicit}, the rules about who a lead is. */
public final class ExplicitRulesReader {

    private static final List<String> KEYS =
            List.of("name", "group", "when", "points", "field", "tiers", "values", "otherwise", "learn", "min", "max");

    public static final Map<String, Form> LEARNED = Map.of("values", Form.VALUES, "tiers", Form.TIERS);

    /** The keys of the entry that asks for a table of every column. */
    public static final List<String> LEARN_ALL = List.of("learn", "but");

    /** The word under {@code learn} that stands for every column. */
    public static final String ALL = "all";

    private static final Map<String, String> OF_RULES = Stream.of(
                    "name", "group", "when", "points", "field", "tiers", "values", "otherwise", "min", "max")
            .collect(toMap(
                    key -> key,
                    key -> key + " cannot stand beside learn: all, which makes a rule of each column; delete it"));

    /** The keys under which a field has its points. */
    private static final List<String> FORMS = List.of("tiers", "values", "learn");

    private static final Map<String, String> ELSEWHERE = Stream.of(
                    "did", "count", "times", "sum", "per", "rate", "limit", "within", "decay")
            .collect(toMap(key -> key, key -> key + " belongs to the rules under implicit, which look at events"));

    private static final Map<String, String> OF_OTHERS = Stream.concat(
                    ELSEWHERE.entrySet().stream(),
                    Stream.of(Map.entry("but", "but goes with learn: all, the rest of which it leaves out")))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final List<String> TIER_KEYS =
            Stream.concat(Operator.words().stream(), Stream.of("points")).toList();

    private final Findings findings;
    private final ScalarTypes values;
    private final ConditionReader conditions;
    private final TestReader tests;
    private final GroupsReader groups;
    private final UniqueNames names;
    /** The entry that asks for a table of every column; null before it has been read, and without one. */
    private @Nullable LearnAll learnAll;

    ExplicitRulesReader(
            Findings findings, ConditionReader conditions, TestReader tests, GroupsReader groups, UniqueNames names) {
        this.findings = findings;
        this.values = new ScalarTypes(findings);
        this.conditions = conditions;
        this.tests = tests;
        this.groups = groups;
        this.names = names;
    }

    List<ExplicitRule> read(@Nullable YamlTree tree) {
        List<ExplicitRule> rules = new ArrayList<>();
        for (YamlTree item : Lists.items(tree, "explicit", "rules", findings)) {
            if (isLearnAll(item)) {
                readLearnAll(item);
                continue;
            }
            MappingFields fields = MappingFields.of(item, "an explicit rule", findings, KEYS, OF_OTHERS);
            if (fields != null) {
                rules.add(rule(fields));
            }
        }
        return rules;
    }

    /** The entry {@code learn: all} that {@link #read} came across; null without one. */
    @Nullable
    LearnAll learnAll() {
        return learnAll;
    }

    /** True when the item of the list is the entry that asks for a table of every column. */
    public static boolean isLearnAll(YamlTree item) {
        YamlTree.Entry learn =
                item instanceof Mapping mapping ? mapping.entries().get("learn") : null;
        return learn != null
                && learn.value() instanceof Scalar word
                && Text.strip(word.text()).equals(ALL);
    }

    private void readLearnAll(YamlTree item) {
        MappingFields fields = MappingFields.of(item, "learn: all", findings, LEARN_ALL, OF_RULES);
        if (fields == null) {
            return;
        }
        if (learnAll != null) {
            findings.problem(
                    fields.at(),
                    "learn: all can stand once, and stands in line %d"
                            .formatted(learnAll.at().line()));
        }
        findings.warning(
                fields.keyAt("learn"), "learn: all gives no points until calibrate has written a table of each column");
        List<Field> but = conditions.columns(fields.texts("but"));
        learnAll = learnAll == null ? new LearnAll(but, fields.at()) : learnAll;
    }

    private ExplicitRule rule(MappingFields fields) {
        String name = names.read(fields);
        String group = groups.of(fields, Group.Kind.EXPLICIT);
        return new ExplicitRule(name, group, attribute(fields), fields.bounds(), fields.at());
    }

    private Attribute attribute(MappingFields fields) {
        if (fields.has("when") && fields.has("field")) {
            fields.refuse(List.of("field"), "when and %s cannot stand together; make two rules of them");
        } else if (fields.lacks(List.of("when", "field"))) {
            findings.problem(fields.at(), "the rule has no condition; give it when, or field with values or tiers");
        } else if (fields.has("field")) {
            return table(fields);
        }
        if (fields.has("when") && !fields.has("field")) {
            fields.refuse(List.of("tiers", "values", "otherwise", "learn"), "%s goes with field, not with when");
            fields.needPoints("the rule");
        }
        YamlTree when = fields.tree("when");
        Long points = fields.points("points");
        warnIfNothing(fields, points == null ? List.of() : List.of(points));
        return new Attribute.When(
                when == null ? ConditionReader.ALWAYS : conditions.when(when, "when"), points == null ? 0 : points);
    }

    private Attribute table(MappingFields fields) {
        Scalar name = fields.text("field");
        Field field = name == null ? Field.column("", fields.at()) : ConditionReader.column(name);
        List<String> forms = FORMS.stream().filter(fields::has).toList();
        if (forms.size() > 1) {
            findings.problem(
                    fields.keyAt(forms.get(1)),
                    "%s and %s cannot stand together; make two rules of them".formatted(forms.get(0), forms.get(1)));
        } else if (fields.lacks(FORMS)) {
            findings.problem(fields.at(), "field needs its points: add values or tiers");
        }
        fields.refuse(List.of("points"), "%s goes with when; a field has its points in values or tiers");
        if (!fields.has("values")) {
            fields.refuse(List.of("otherwise"), "%s goes with values only");
        }
        if (fields.has("values")) {
            return values(fields, field);
        }
        return fields.has("learn") ? unlearned(fields, field) : tiers(fields, field);
    }

    private Attribute unlearned(MappingFields fields, Field field) {
        Form form = fields.choice("learn", LEARNED);
        return new Attribute.Unlearned(field, form == null ? Form.VALUES : form);
    }

    private Attribute values(MappingFields fields, Field field) {
        Map<String, Long> table = new LinkedHashMap<>();
        Map<String, Location> first = new HashMap<>();
        YamlTree tree = fields.tree("values");
        if (tree instanceof Mapping mapping) {
            if (mapping.entries().isEmpty()) {
                findings.problem(tree.at(), "values must not be empty; write {banking: 5, software: 3}");
            }
            mapping.entries().forEach((value, entry) -> {
                Location before = first.putIfAbsent(Text.fold(value), entry.keyAt());
                if (before != null) {
                    findings.problem(
                            entry.keyAt(),
                            "'%s' is the same value as the one in line %d, as case and white space do not count"
                                    .formatted(value, before.line()));
                }
                Long points = values.points(entry.value(), "the points of '" + value + "'");
                table.put(Text.fold(value), points == null ? 1L : points);
            });
        } else if (tree != null) {
            findings.problem(
                    tree.at(),
                    "values must be a mapping of values to points such as {banking: 5}, not " + tree.found());
        }
        Long otherwise = fields.points("otherwise");
        List<Long> all = new ArrayList<>(table.values());
        all.add(otherwise == null ? 0 : otherwise);
        warnIfNothing(fields, all);
        return new Attribute.Values(field, table, otherwise == null ? 0 : otherwise);
    }

    private Attribute tiers(MappingFields fields, Field field) {
        List<Attribute.Tier> tiers = new ArrayList<>();
        YamlTree tree = fields.tree("tiers");
        for (YamlTree item : Lists.items(tree, "tiers", "tiers such as {at-least: 100, points: 10}", findings)) {
            MappingFields tier = MappingFields.of(item, "a tier", findings, TIER_KEYS, TestReader.ELSEWHERE);
            if (tier != null) {
                tiers.add(tier(tier, item, tiers));
            }
        }
        warnIfNothing(fields, tiers.stream().map(Attribute.Tier::points).toList());
        return new Attribute.Tiers(field, tiers);
    }

    private Attribute.Tier tier(MappingFields tier, YamlTree item, List<Attribute.Tier> before) {
        tier.needPoints("the tier");
        Long points = tier.points("points");
        if (tier.lacks(Operator.words())) {
            findings.problem(
                    tier.at(), "the tier has no test; add one such as at-least: 100, or present: true for all others");
        }
        Test test = item instanceof Mapping mapping ? tests.operators(tier, mapping) : TestReader.UNREADABLE;
        if (isTaken(test, before)) {
            findings.problem(tier.at(), TierReach.NEVER);
        }
        return new Attribute.Tier(test, points == null ? 1 : points);
    }

    private static boolean isTaken(Test test, List<Attribute.Tier> before) {
        List<Test> taken = before.stream().map(Attribute.Tier::test).toList();
        if (test.equals(TestReader.UNREADABLE)) {
            return false;
        }
        if (taken.contains(test)) {
            return true;
        }
        if (taken.stream().anyMatch(Test.Present.class::isInstance) && !test.holdsForMissing()) {
            return true;
        }
        List<NumberRange> ranges = taken.stream()
                .filter(Test.InRange.class::isInstance)
                .map(each -> ((Test.InRange) each).range())
                .toList();
        return test instanceof Test.InRange in && TierReach.VALUES.isCovered(in.range(), ranges);
    }

    private void warnIfNothing(MappingFields fields, List<Long> points) {
        if (!points.isEmpty() && points.stream().allMatch(each -> each == 0)) {
            findings.warning(fields.at(), "the rule gives 0 points, whatever the lead is like");
        }
    }
}
