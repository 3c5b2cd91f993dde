package org.leadscore.oracle;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.leadscore.oracle.AskedColumns.As;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;

/** Explicit rules as SQL over a row of the contact list. */
final class ExplicitSql {

    private final RuleSet rules;
    private final AskedColumns columns;
    private final ConditionSql conditions;

    ExplicitSql(RuleSet rules, AskedColumns columns, ConditionSql conditions) {
        this.rules = rules;
        this.columns = columns;
        this.conditions = conditions;
    }

    String fit() {
        List<GroupSql.Earned> earned = new ArrayList<>();
        for (ExplicitRule rule : rules.explicit()) {
            earned.add(new GroupSql.Earned(rule.group(), Sql.held(rule.bounds(), points(rule.attribute()))));
        }
        return GroupSql.sum(rules.groups(), Group.Kind.EXPLICIT, earned);
    }

    /** @param idColumns whose values do not count as something known of the lead */
    String isBlank(Set<String> idColumns) {
        String blank = rules.explicit().stream()
                .flatMap(rule -> rule.attribute().fields().stream())
                .filter(field -> !idColumns.contains(field.name()))
                .map(conditions::isBlank)
                .distinct()
                .collect(joining(" AND "));
        return blank.isEmpty() ? "true" : blank;
    }

    private String points(Attribute attribute) {
        return attribute.choose(
                when -> "CASE WHEN %s THEN %s ELSE 0 END"
                        .formatted(conditions.of(when.when()), Sql.whole(when.points())),
                tiers -> tiers.tiers().stream()
                        .map(tier -> "WHEN %s THEN %s "
                                .formatted(conditions.of(tiers.field(), tier.test()), Sql.whole(tier.points())))
                        .collect(joining("", "CASE ", "ELSE 0 END")),
                this::values,
                unlearned -> "0::HUGEINT");
    }

    /** The first entry that fits one of the values in a cell. */
    private String firstOf(Attribute.Values values) {
        StringBuilder cases = new StringBuilder("CASE");
        values.points()
                .forEach((value, points) -> cases.append(" WHEN %s THEN %s"
                        .formatted(conditions.of(values.field(), new Test.OneOf(Set.of(value))), Sql.whole(points))));
        return cases.append(" WHEN %s THEN %s ELSE 0 END"
                        .formatted(conditions.of(values.field(), new Test.Present()), Sql.whole(values.otherwise())))
                .toString();
    }

    private String values(Attribute.Values values) {
        Field field = values.field();
        if (conditions.hasSeveral(field)) {
            return firstOf(values);
        }
        StringBuilder cases = new StringBuilder("CASE ").append(columns.ask(field, As.FOLDED));
        values.points()
                .forEach((value, points) ->
                        cases.append(" WHEN %s THEN %s".formatted(Sql.text(value), Sql.whole(points))));
        if (!values.points().containsKey("")) {
            cases.append(" WHEN '' THEN 0");
        }
        return cases.append(" ELSE ")
                .append(Sql.whole(values.otherwise()))
                .append(" END")
                .toString();
    }
}
