package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.yaml.Findings;

/** Warns of rules and groups that take their own points away, and of rules that count the same event twice. */
final class RuleDoubts {

    private final Findings findings;
    private final List<ExplicitRule> explicit;
    private final List<ImplicitRule> implicit;

    RuleDoubts(Findings findings, List<ExplicitRule> explicit, List<ImplicitRule> implicit) {
        this.findings = findings;
        this.explicit = explicit;
        this.implicit = implicit;
    }

    /**
     * Looks at all rules.
     *
     * @param places the place of each group, by its name
     */
    void report(List<Group> groups, Function<String, Location> places) {
        explicit.forEach(rule -> ofBounds(rule.at(), "the rule", rule.bounds(), points(rule.attribute())));
        implicit.forEach(rule -> ofBounds(rule.at(), "the rule", rule.bounds(), points(rule.award())));
        for (Group group : groups) {
            long[] points = points(group);
            Location at = places.apply(group.name());
            ofBounds(at, "the group", group.bounds(), points);
            if (group.weight().compareTo(BigDecimal.ZERO) == 0 && points.length > 0) {
                findings.warning(at, "weight: 0 lets the group count for nothing, whatever its rules give");
            }
        }
        for (int i = 0; i < implicit.size(); i++) {
            ofTwins(i);
        }
    }

    private void ofBounds(Location at, String what, Bounds bounds, long[] points) {
        if (bounds.max() == 0 && LongStream.of(points).anyMatch(each -> each > 0)) {
            findings.warning(at, "max: 0 lets " + what + " give no points; without max there is no limit");
        }
        if (bounds.min() == 0 && LongStream.of(points).anyMatch(each -> each < 0)) {
            findings.warning(at, "min: 0 lets " + what + " take no points; without min there is no limit");
        }
    }

    private void ofTwins(int index) {
        ImplicitRule rule = implicit.get(index);
        for (ImplicitRule before : implicit.subList(0, index)) {
            if (areTwins(before, rule)) {
                findings.warning(
                        rule.at(),
                        "the rule '%s' counts the same events as '%s' in line %d, so that each of them counts twice; make one rule of both"
                                .formatted(
                                        rule.name(), before.name(), before.at().line()));
                return;
            }
        }
    }

    /** True for two rules of one group that give points for each of the same occurrences. */
    private static boolean areTwins(ImplicitRule one, ImplicitRule other) {
        return Objects.equals(one.group(), other.group())
                && one.within() == other.within()
                && isForEach(one)
                && isForEach(other)
                && occurrences(one).isPresent()
                && occurrences(one).equals(occurrences(other));
    }

    private static boolean isForEach(ImplicitRule rule) {
        return rule.award().choose(each -> true, tiers -> false);
    }

    /** The occurrences that a rule counts, equal for rules that count the same; nothing where it adds up or divides. */
    private static Optional<List<Object>> occurrences(ImplicitRule rule) {
        return rule.activity()
                .choose(
                        counted -> Optional.of(List.of(counted.did().choose(UNPLACED), unplaced(counted.count()))),
                        sum -> Optional.empty(),
                        rate -> Optional.empty());
    }

    private static Object unplaced(Count count) {
        return List.of(
                count.kind(), count.columns().stream().map(RuleDoubts::unplaced).toList());
    }

    private static Object unplaced(Field field) {
        return List.of(field.kind(), field.name());
    }

    /** A condition without the places at which it is written: equal for conditions that are written alike. */
    private static final Condition.Cases<Object> UNPLACED = new Condition.Cases<>() {
        @Override
        public Object all(Condition.All all) {
            return List.of("all", parts(all.parts()));
        }

        @Override
        public Object any(Condition.Any any) {
            return List.of("any", parts(any.parts()));
        }

        @Override
        public Object not(Condition.Not not) {
            return List.of("not", not.part().choose(this));
        }

        @Override
        public Object is(Condition.Is is) {
            return List.of(unplaced(is.field()), is.test());
        }

        @Override
        public Object filled(Condition.Filled filled) {
            List<Object> fields = filled.of().stream().map(RuleDoubts::unplaced).toList();
            return List.of(fields, filled.atLeast(), filled.atMost());
        }

        @Override
        public Object ofLead(Condition.OfLead ofLead) {
            return ofLead;
        }

        @Override
        public Object did(Condition.Did did) {
            return List.of(did.did().choose(this), unplaced(did.count()), did.within(), did.times());
        }

        private List<Object> parts(List<Condition> parts) {
            return parts.stream().map(part -> part.choose(this)).toList();
        }
    };

    /** The points that the rules of a group give or take, in millionths. */
    private long[] points(Group group) {
        return Stream.concat(
                        explicit.stream()
                                .filter(rule -> isIn(group, rule.group()))
                                .map(rule -> points(rule.attribute())),
                        implicit.stream()
                                .filter(rule -> isIn(group, rule.group()))
                                .map(rule -> points(rule.award())))
                .flatMapToLong(LongStream::of)
                .toArray();
    }

    private static boolean isIn(Group group, @Nullable String name) {
        return group.name().equals(name);
    }

    private static long[] points(Attribute attribute) {
        return attribute
                .choose(
                        when -> LongStream.of(when.points()),
                        tiers -> tiers.tiers().stream().mapToLong(Attribute.Tier::points),
                        values -> LongStream.concat(
                                values.points().values().stream().mapToLong(Long::longValue),
                                LongStream.of(values.otherwise())),
                        unlearned -> LongStream.empty())
                .toArray();
    }

    private static long[] points(Award award) {
        return award.amounts().stream().mapToLong(Long::longValue).toArray();
    }
}
