package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leadscore.lead.Text;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Reads tests of the values that a lead has once it is scored. A name that the file does not have is reported. */
public final class LeadTestReader {

    private static final int MOST_NAMED = 20;

    public static final List<String> OF_NUMBERS = List.of("in", "at-least", "at-most", "above", "below");
    public static final List<String> OF_DAYS = with(OF_NUMBERS, "present");
    public static final List<String> OF_NAMES =
            List.of("in", "not-in", "not", "contains", "starts-with", "ends-with", "matches", "present");
    public static final List<String> OF_RULES = List.of("in", "present");

    /** Operators whose values are whole names. */
    private static final List<String> NAMING = List.of("in", "not-in", "not");

    private final Findings findings;
    private final ScalarTypes values;
    private final TestReader tests;

    LeadTestReader(Findings findings, TestReader tests) {
        this.findings = findings;
        this.values = new ScalarTypes(findings);
        this.tests = tests;
    }

    Condition read(LeadValue value, Entry entry, LeadWords words) {
        words.whyNot(value).ifPresent(why -> findings.problem(entry.keyAt(), why));
        if (value.isNumber()) {
            return number(value, entry.value());
        }
        if (value != LeadValue.SOURCE) {
            refuseOperators(entry.value(), value, value == LeadValue.RULES ? OF_RULES : OF_NAMES);
        }
        words.names(value).ifPresent(names -> refuseUnknown(value, entry.value(), names));
        return new Condition.OfLead(value, tests.test(value.word(), entry.value()));
    }

    private Condition number(LeadValue value, YamlTree tree) {
        if (!(tree instanceof Mapping mapping)) {
            return equal(value, tree);
        }
        List<String> known = value == LeadValue.IDLE_DAYS ? OF_DAYS : OF_NUMBERS;
        if (mapping.entries().isEmpty()) {
            findings.problem(tree.at(), "a test must not be empty; write an operator such as {at-least: 5}");
        }
        MappingFields fields = MappingFields.of(tree, what(value), findings, known, TestReader.ELSEWHERE);
        List<Condition> all = new ArrayList<>();
        if (fields == null) {
            return ConditionReader.ALWAYS;
        }
        YamlTree in = fields.tree("in");
        if (in != null) {
            all.add(equal(value, in));
        }
        NumberRange range = Ranges.read(fields, findings);
        if (range != null) {
            all.add(new Condition.OfLead(value, new Test.InRange(range)));
        }
        YamlTree present = fields.tree("present");
        Boolean isThere = present == null ? null : values.truth(present, "present");
        if (isThere != null) {
            all.add(new Condition.OfLead(value, isThere ? new Test.Present() : new Test.Absent()));
        }
        return all.size() == 1 ? all.get(0) : new Condition.All(all);
    }

    private Condition equal(LeadValue value, YamlTree tree) {
        List<Condition> any = new ArrayList<>();
        for (YamlTree item : tree instanceof Sequence sequence ? sequence.items() : List.of(tree)) {
            BigDecimal number = values.number(item, value.word());
            if (number != null) {
                any.add(new Condition.OfLead(value, new Test.InRange(new NumberRange(number, true, number, true))));
            }
        }
        if (tree instanceof Sequence sequence && sequence.items().isEmpty()) {
            findings.problem(tree.at(), value.word() + " must not be an empty list");
        }
        return any.size() == 1 ? any.get(0) : new Condition.Any(any);
    }

    private void refuseOperators(YamlTree tree, LeadValue value, List<String> known) {
        if (tree instanceof Mapping mapping) {
            mapping.entries().forEach((operator, entry) -> {
                if (!(entry.value() instanceof Gap)
                        && TestReader.OPERATORS.contains(operator)
                        && !known.contains(operator)) {
                    findings.problem(
                            entry.keyAt(),
                            "%s cannot be asked of %s; what can is a name, a list of names, %s"
                                            .formatted(operator, value.word(), String.join(", ", known))
                                    + (value == LeadValue.RULES ? ", and {not: {rules: …}} around it" : ""));
                }
            });
        }
    }

    private void refuseUnknown(LeadValue value, YamlTree tree, Collection<String> names) {
        if (tree instanceof Scalar scalar && !Text.isBlank(scalar.text())) {
            if (names.stream().noneMatch(name -> Text.fold(name).equals(Text.fold(scalar.text())))) {
                String known = names.isEmpty() ? "" : "; known are " + Listing.of(List.copyOf(names), MOST_NAMED);
                findings.problem(
                        scalar.at(),
                        "there is no %s '%s'%s"
                                .formatted(one(value), scalar.text(), Nearest.hint(scalar.text(), names, known)));
            }
        } else if (tree instanceof Sequence sequence) {
            sequence.items().forEach(item -> refuseUnknown(value, item, names));
        } else if (tree instanceof Mapping mapping) {
            for (Map.Entry<String, Entry> operator : mapping.entries().entrySet()) {
                if (NAMING.contains(operator.getKey())) {
                    refuseUnknown(value, operator.getValue().value(), names);
                }
            }
        }
    }

    private static String one(LeadValue value) {
        return value == LeadValue.RULES ? "rule" : value.word();
    }

    private static String what(LeadValue value) {
        return "the test of " + value.word();
    }

    private static List<String> with(List<String> keys, String more) {
        return Stream.concat(keys.stream(), Stream.of(more)).toList();
    }
}
