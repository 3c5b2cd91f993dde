package org.leadscore.rules.read;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.kind.TextKind;
import org.leadscore.kind.TextKinds;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.NamedList;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.condition.Test.Has.Place;
import org.leadscore.rules.condition.Test.OnSide.Side;
import org.leadscore.rules.condition.TimeBound;
import org.leadscore.rules.grammar.PatternMistake;
import org.leadscore.rules.yaml.Durations;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Reads the test of one field: a value, a list of values, or operators. */
final class TestReader {

    /** Messages about operators by their names in other languages. */
    static final Map<String, String> ELSEWHERE = Map.of(
            ">=", "'>=' is written " + Operator.AT_LEAST.word(),
            "<=", "'<=' is written " + Operator.AT_MOST.word(),
            ">", "'>' is written " + Operator.ABOVE.word(),
            "<", "'<' is written " + Operator.BELOW.word(),
            "!=", "'!=' is written " + Operator.NOT.word(),
            "is", "is names a definition and stands beside columns; a value stands alone, such as {country: ES}",
            "equals", "equals is not needed; a value stands alone, such as {country: ES}");

    /** Stands in for a test that could not be read; no test in a file is without domains. */
    static final Test UNREADABLE = new Test.AtDomain(List.of());

    private final Findings findings;
    private final ScalarTypes values;
    private final TimeFormat times;
    private final TextKinds kinds;
    private final LookupsReader lists;

    TestReader(Findings findings, TimeFormat times, TextKinds kinds, LookupsReader lists) {
        this.lists = lists;
        this.findings = findings;
        this.values = new ScalarTypes(findings);
        this.times = times;
        this.kinds = kinds;
    }

    Test test(String column, YamlTree tree) {
        if (tree instanceof Mapping mapping) {
            if (mapping.entries().isEmpty()) {
                findings.problem(
                        tree.at(), "a test must not be empty; write a value or an operator such as {at-least: 5}");
                return UNREADABLE;
            }
            MappingFields fields =
                    MappingFields.of(tree, "the test of " + column, findings, Operator.words(), ELSEWHERE);
            return fields == null ? UNREADABLE : operators(fields, mapping);
        }
        return new Test.OneOf(folded(tree, "the value of " + column));
    }

    /** Reads the operators of a mapping that may have other keys too. */
    Test operators(MappingFields fields, Mapping mapping) {
        List<Test> tests = new ArrayList<>();
        boolean ranged = false;
        for (Map.Entry<String, Entry> each : mapping.entries().entrySet()) {
            YamlTree value = each.getValue().value();
            Operator operator = Operator.named(each.getKey()).orElse(null);
            if (value instanceof Gap || operator == null || operator.bound() != null && ranged) {
                continue;
            }
            ranged |= operator.bound() != null;
            tests.add(operator.read(this, fields, value));
        }
        refuseContradictions(fields, tests);
        return tests.isEmpty() ? UNREADABLE : tests.size() == 1 ? tests.get(0) : new Test.Every(tests);
    }

    /** The values as text is compared, in the order of the file. */
    Set<String> folded(YamlTree tree, String what) {
        Set<String> folded = new LinkedHashSet<>();
        if (tree instanceof Sequence sequence) {
            if (sequence.items().isEmpty()) {
                findings.problem(tree.at(), what + " must not be an empty list");
            }
            sequence.items().forEach(item -> add(item, what, folded));
        } else {
            add(tree, what, folded);
        }
        return folded;
    }

    private void add(YamlTree tree, String what, Set<String> folded) {
        Scalar scalar = values.anyText(tree, what);
        if (scalar == null) {
            return;
        }
        if (Text.isBlank(scalar.text())) {
            findings.problem(
                    tree.at(),
                    what + " is blank, which no value equals; to ask for an empty field write {present: false}");
        }
        folded.add(Text.fold(scalar.text()));
    }

    Test has(Place place, YamlTree value, String name) {
        return new Test.Has(place, List.copyOf(folded(value, name)));
    }

    /** All bounds of a mapping that has at least one. */
    Test range(MappingFields fields) {
        NumberRange range = Ranges.read(fields, findings);
        return range == null ? UNREADABLE : new Test.InRange(range);
    }

    Test not(YamlTree value) {
        if (value instanceof Sequence) {
            findings.problem(value.at(), "not takes one value; for several, write " + Operator.NOT_IN.word());
            return UNREADABLE;
        }
        return new Test.NoneOf(folded(value, "not"));
    }

    Test matches(YamlTree value) {
        Scalar pattern = values.text(value, "matches");
        if (pattern == null) {
            return UNREADABLE;
        }
        String tooMuch = PatternMistake.tooMuch("matches", pattern.text());
        if (!tooMuch.isEmpty()) {
            findings.problem(value.at(), tooMuch);
            return UNREADABLE;
        }
        try {
            return new Test.Matches(Pattern.compile(pattern.text()));
        } catch (PatternSyntaxException wrong) {
            findings.problem(value.at(), PatternMistake.explain("matches", wrong));
            return UNREADABLE;
        }
    }

    Test onSide(Side side, YamlTree value, String name) {
        Scalar scalar = values.text(value, name);
        if (scalar == null) {
            return UNREADABLE;
        }
        OptionalLong duration = Durations.parse(scalar.text());
        if (duration.isPresent()) {
            return new Test.OnSide(side, new TimeBound.Ago(duration.getAsLong()));
        }
        long moment = times.millis(scalar.text());
        if (moment == TimeFormat.NONE) {
            findings.problem(
                    value.at(),
                    name
                            + " must be a date such as 2026-01-31, a time such as 2026-01-31 14:30, or a duration such as 90d, not "
                            + scalar.found());
            return UNREADABLE;
        }
        return new Test.OnSide(side, new TimeBound.Moment(moment));
    }

    Test withinNext(YamlTree value) {
        Long duration = values.duration(value, "within-next");
        return duration == null ? UNREADABLE : new Test.WithinNext(duration);
    }

    Test present(YamlTree value) {
        Boolean present = values.truth(value, "present");
        return present == null || present ? new Test.Present() : new Test.Absent();
    }

    Test inList(YamlTree value, String name) {
        List<NamedList> named = lists(value, name);
        return named.isEmpty() ? UNREADABLE : new Test.InList(named);
    }

    Test notInList(YamlTree value, String name) {
        List<NamedList> named = lists(value, name);
        return named.isEmpty() ? UNREADABLE : new Test.NotInList(named);
    }

    private List<NamedList> lists(YamlTree value, String name) {
        return values.texts(value, name).stream().flatMap(lists::find).toList();
    }

    Test domain(YamlTree value) {
        if (value instanceof Mapping) {
            MappingFields fields = MappingFields.of(value, "domain", findings, List.of(Operator.Operand.LIST));
            YamlTree list = fields == null ? null : fields.tree(Operator.Operand.LIST);
            if (fields != null) {
                fields.need(Operator.Operand.LIST, "domain needs a domain, or a list: {list: targets}");
            }
            List<NamedList> named = list == null ? List.of() : lists(list, Operator.Operand.LIST);
            return named.isEmpty() ? UNREADABLE : new Test.AtListedDomain(named);
        }
        List<String> domains = new ArrayList<>();
        for (Scalar scalar : values.texts(value, "domain")) {
            String folded = Text.fold(scalar.text());
            String bare = folded.startsWith("@") || folded.startsWith(".") ? folded.substring(1) : folded;
            if (!bare.matches("[^\\s/@*:?#]+")) {
                findings.problem(
                        scalar.at(),
                        "domain must be written like rival.com, which takes in what is below it, not "
                                + scalar.found());
            }
            domains.add(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
        }
        return new Test.AtDomain(domains);
    }

    Test kind(YamlTree value) {
        Scalar name = values.text(value, "kind");
        if (name == null) {
            return UNREADABLE;
        }
        TextKind kind = kinds.named(name.text()).orElse(null);
        if (kind != null) {
            return new Test.OfKind(name.text(), kind);
        }
        findings.problem(
                value.at(),
                "kind must be one of " + String.join(", ", TextKinds.names()) + ", not " + name.found()
                        + Nearest.hint(name.text(), TextKinds.names()));
        return UNREADABLE;
    }

    private void refuseContradictions(MappingFields fields, List<Test> tests) {
        if (tests.size() > 1 && tests.stream().anyMatch(Test.Absent.class::isInstance)) {
            findings.problem(
                    fields.at(Operator.PRESENT.word()),
                    "a value that is absent passes no other test; leave the others out");
        }
        Long after = limit(tests, Side.AFTER);
        Long before = limit(tests, Side.BEFORE);
        if (after != null && before != null && after >= before) {
            findings.problem(
                    fields.at(Operator.AFTER.word()), "no time is after this and before the other; swap the two");
        }
    }

    /**
     * The bound on that side when there are two bounds of one sort, so that they can be compared: as moments, or as
     * ages below zero; null otherwise.
     */
    private static @Nullable Long limit(List<Test> tests, Side side) {
        List<TimeBound> bounds = tests.stream()
                .filter(Test.OnSide.class::isInstance)
                .map(Test.OnSide.class::cast)
                .sorted((a, b) -> Boolean.compare(a.side() == side, b.side() == side))
                .map(Test.OnSide::bound)
                .toList();
        boolean comparable = bounds.size() == 2
                && bounds.get(0).getClass().equals(bounds.get(1).getClass());
        return comparable ? Long.valueOf(bounds.get(1).millis(0)) : null;
    }
}
