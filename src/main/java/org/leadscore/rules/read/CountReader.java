package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.Count.Kind;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the unit of counts, and the ranges that counts must be in. */
public final class CountReader {

    private static final List<String> TIMES_KEYS =
            Stream.concat(Ranges.OF_COUNTS.stream(), Stream.of("within")).toList();
    private static final List<String> TIER_KEYS =
            Stream.concat(TIMES_KEYS.stream(), Stream.of("points")).toList();
    /** The counts that are written as a word. */
    public static final Map<String, Count> WORDS = words();

    /** The words of those that are written in braces. */
    static final List<String> IN_BRACES = Stream.of(Kind.values())
            .map(Kind::word)
            .filter(word -> !WORDS.containsKey(word))
            .toList();

    private static final String FORMS = forms();
    private static final NumberRange ONCE = new NumberRange(BigDecimal.ONE, true, null, false);

    /** Stands in for a range that could not be read; no range in a file is without bounds. */
    private static final NumberRange UNREADABLE = new NumberRange(null, true, null, true);

    private final Findings findings;

    /** A range of counts, and the age up to which events count for it, in milliseconds. */
    record Times(NumberRange range, long within) {}

    CountReader(Findings findings) {
        this.findings = findings;
    }

    /** Reads the key {@code count}; events when it is not there. */
    Count count(MappingFields fields) {
        YamlTree tree = fields.tree("count");
        if (tree instanceof Mapping) {
            MappingFields inBraces = MappingFields.of(tree, "count", findings, IN_BRACES);
            if (inBraces != null && inBraces.lacks(IN_BRACES)) {
                findings.problem(inBraces.at(), FORMS);
            }
            return inBraces == null ? new Count.Events() : inBraces(inBraces);
        }
        if (tree instanceof Scalar scalar) {
            return word(scalar);
        }
        if (tree != null) {
            findings.problem(tree.at(), FORMS + ", not " + tree.found());
        }
        return new Count.Events();
    }

    private static Count inBraces(MappingFields fields) {
        return Stream.of(Kind.values())
                .filter(kind -> IN_BRACES.contains(kind.word()))
                .flatMap(kind -> inBraces(kind, fields).stream())
                .findFirst()
                .orElseGet(Count.Events::new);
    }

    /** A count of the kind, where the mapping has what it takes. */
    private static Optional<Count> inBraces(Kind kind, MappingFields fields) {
        return switch (kind) {
            case DISTINCT ->
                Optional.ofNullable(fields.text(kind.word()))
                        .map(column -> new Count.Distinct(ConditionReader.ofEvent(column)));
            case EVENTS, DAYS, VISITS -> throw new IllegalStateException(kind.word() + " is written as a word");
        };
    }

    private static Optional<Count> word(Kind kind) {
        return switch (kind) {
            case EVENTS -> Optional.of(new Count.Events());
            case DAYS -> Optional.of(new Count.Days());
            case VISITS -> Optional.of(new Count.Visits());
            case DISTINCT -> Optional.empty();
        };
    }

    private static Map<String, Count> words() {
        Map<String, Count> words = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            word(kind).ifPresent(count -> words.put(kind.word(), count));
        }
        return Collections.unmodifiableMap(words);
    }

    private static String forms() {
        List<String> forms = Stream.of(Kind.values()).map(Kind::form).toList();
        int last = forms.size() - 1;
        return "count must be " + String.join(", ", forms.subList(0, last)) + " or " + forms.get(last);
    }

    /** Reads the key {@code count} beside a rate, both sides of which have to be counted in the same unit. */
    Count countOfRate(MappingFields fields) {
        Count count = count(fields);
        Kind kind = count.kind();
        if (kind == Kind.DAYS || kind == Kind.VISITS) {
            findings.problem(
                    fields.at("count"),
                    "a rate counts events or {distinct: column}, such as mails and which of them were opened, not "
                            + kind.word());
        }
        return count;
    }

    private Count word(Scalar scalar) {
        Count count = WORDS.get(scalar.text());
        if (count == null) {
            findings.problem(
                    scalar.at(), FORMS + ", not " + scalar.found() + Nearest.hint(scalar.text(), WORDS.keySet()));
            return new Count.Events();
        }
        return count;
    }

    /** Reads the key {@code times}; at least 1 when it is not there. */
    Times times(MappingFields owner, TierReach reach) {
        YamlTree tree = owner.tree("times");
        if (tree == null) {
            return new Times(ONCE, Award.UNLIMITED);
        }
        if (!(tree instanceof Mapping)) {
            findings.problem(tree.at(), "times must be a range such as {at-least: 3}, not " + tree.found());
            return new Times(UNREADABLE, Award.UNLIMITED);
        }
        MappingFields fields = MappingFields.of(tree, "times", findings, TIMES_KEYS);
        return fields == null ? new Times(UNREADABLE, Award.UNLIMITED) : times(fields, reach, "times");
    }

    /**
     * Reads the tiers under {@code tiers}. A tier that can never be reached is reported.
     *
     * @param growing whether a longer window can only raise the count
     */
    List<Award.Tier> tiers(MappingFields owner, TierReach reach, boolean growing) {
        List<Award.Tier> tiers = new ArrayList<>();
        YamlTree tree = owner.tree("tiers");
        for (YamlTree item : Lists.items(tree, "tiers", "tiers such as {at-least: 5, points: 10}", findings)) {
            MappingFields fields = MappingFields.of(item, "a tier", findings, TIER_KEYS);
            if (fields != null) {
                Award.Tier tier = tier(fields, reach);
                if (isTaken(tier, tiers, reach, growing)) {
                    findings.problem(fields.at(), TierReach.NEVER);
                }
                tiers.add(tier);
            }
        }
        return tiers;
    }

    private Award.Tier tier(MappingFields fields, TierReach reach) {
        fields.needPoints("the tier");
        Long points = fields.points("points");
        Times times = times(fields, reach, "the tier");
        return new Award.Tier(times.range(), times.within(), points == null ? 1 : points);
    }

    private Times times(MappingFields fields, TierReach reach, String what) {
        if (fields.lacks(Ranges.OF_COUNTS)) {
            findings.problem(fields.at(), what + " has no test of the count; add one such as at-least: 3");
        }
        NumberRange range = Ranges.read(fields, findings);
        if (range != null && !reach.isPossible(range)) {
            findings.problem(fields.at(), reach.outside());
            range = null;
        }
        return new Times(range == null ? UNREADABLE : range, fields.within());
    }

    private static boolean isTaken(Award.Tier tier, List<Award.Tier> before, TierReach reach, boolean growing) {
        if (tier.range().equals(UNREADABLE)) {
            return false;
        }
        List<NumberRange> sameWindow = before.stream()
                .filter(other ->
                        other.within() == tier.within() && !other.range().equals(UNREADABLE))
                .map(Award.Tier::range)
                .toList();
        return reach.isCovered(tier.range(), sameWindow)
                || growing
                        && before.stream()
                                .anyMatch(other -> !other.range().equals(UNREADABLE) && takes(other, tier, reach));
    }

    /**
     * True when a tier above takes every count of this one. A count over a longer window is at least as large, one over
     * a shorter window at most.
     */
    private static boolean takes(Award.Tier other, Award.Tier tier, TierReach reach) {
        boolean longer = other.within() >= tier.within() && isOpen(other.range().high());
        boolean shorter =
                other.within() <= tier.within() && isOpen(other.range().low());
        return (longer || shorter) && reach.isCovered(tier.range(), List.of(other.range()));
    }

    private static boolean isOpen(@Nullable BigDecimal bound) {
        return bound == null;
    }
}
