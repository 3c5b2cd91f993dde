package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadscore.lead.Text;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.condition.LeadValue.Sort;
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
final class LeadTestReader {

    private static final int MOST_NAMED = 20;

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
        if (value.sort().isNumber()) {
            return number(value, entry.value());
        }
        refuseOperators(entry.value(), value, Operator.words(Operator.askedOf(value.sort())));
        words.names(value).ifPresent(names -> refuseUnknown(value, entry.value(), names));
        return new Condition.OfLead(value, tests.test(value.word(), entry.value()));
    }

    private Condition number(LeadValue value, YamlTree tree) {
        if (!(tree instanceof Mapping mapping)) {
            return equal(value, tree);
        }
        if (mapping.entries().isEmpty()) {
            findings.problem(tree.at(), "a test must not be empty; write an operator such as {at-least: 5}");
        }
        List<Operator> known = Operator.askedOf(value.sort());
        MappingFields fields = MappingFields.of(
                tree, "the test of " + value.word(), findings, Operator.words(known), TestReader.ELSEWHERE);
        if (fields == null) {
            return ConditionReader.ALWAYS;
        }
        List<Condition> all = known.stream()
                .flatMap(operator -> number(value, operator, fields).stream())
                .toList();
        return all.size() == 1 ? all.get(0) : new Condition.All(all);
    }

    /** Reads one operator on a number; empty when the key is missing, or when another bound has read it already. */
    private Optional<Condition> number(LeadValue value, Operator operator, MappingFields fields) {
        YamlTree tree = fields.tree(operator.word());
        return switch (operator) {
            case IN -> Optional.ofNullable(tree).map(numbers -> equal(value, numbers));
            case AT_LEAST ->
                Optional.ofNullable(Ranges.read(fields, findings))
                        .<Condition>map(range -> new Condition.OfLead(value, new Test.InRange(range)));
            case AT_MOST, ABOVE, BELOW -> Optional.empty();
            case PRESENT ->
                Optional.ofNullable(tree)
                        .map(truth -> values.truth(truth, operator.word()))
                        .<Condition>map(isThere ->
                                new Condition.OfLead(value, isThere ? new Test.Present() : new Test.Absent()));
            case NOT_IN,
                    NOT,
                    IN_LIST,
                    NOT_IN_LIST,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    MATCHES,
                    BEFORE,
                    AFTER,
                    WITHIN_NEXT,
                    DOMAIN,
                    KIND -> throw new IllegalStateException(operator.word() + " is not asked of numbers of leads");
        };
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
                        && Operator.named(operator).isPresent()
                        && !known.contains(operator)) {
                    findings.problem(
                            entry.keyAt(),
                            "%s cannot be asked of %s; what can is a name, a list of names, %s"
                                            .formatted(operator, value.word(), String.join(", ", known))
                                    + (value.sort() == Sort.NAMES
                                            ? ", and {not: {" + value.word() + ": …}} around it"
                                            : ""));
                }
            });
        }
    }

    private void refuseUnknown(LeadValue value, YamlTree tree, Collection<String> names) {
        if (tree instanceof Scalar scalar && !Text.isBlank(scalar.text())) {
            if (names.stream().noneMatch(name -> Text.fold(name).equals(Text.fold(scalar.text())))) {
                String known = names.isEmpty()
                        ? "; the file has none"
                        : "; known are " + Listing.of(List.copyOf(names), MOST_NAMED);
                findings.problem(
                        scalar.at(),
                        "there is no %s '%s'%s"
                                .formatted(one(value), scalar.text(), Nearest.hint(scalar.text(), names, known)));
            }
        } else if (tree instanceof Sequence sequence) {
            sequence.items().forEach(item -> refuseUnknown(value, item, names));
        } else if (tree instanceof Mapping mapping) {
            for (Map.Entry<String, Entry> operator : mapping.entries().entrySet()) {
                boolean isWhole = Operator.named(operator.getKey())
                        .filter(known -> known.operand().isWhole())
                        .isPresent();
                if (isWhole) {
                    refuseUnknown(value, operator.getValue().value(), names);
                }
            }
        }
    }

    private static String one(LeadValue value) {
        return value == LeadValue.RULES ? "rule" : value.word();
    }
}
