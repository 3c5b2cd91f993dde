package org.leadscore.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.rule.Group;

/** The sum of what rules earn, by groups, as SQL. */
final class GroupSql {

    /** @param points SQL of a whole number of millionths */
    record Earned(@Nullable String group, String points) {}

    private GroupSql() {}

    /** The rules without a group, and the groups of the kind, weighed and held. */
    static String sum(List<Group> groups, Group.Kind kind, List<Earned> earned) {
        List<String> terms = new ArrayList<>();
        terms.add("0::HUGEINT");
        earned.stream().filter(one -> one.group() == null).map(Earned::points).forEach(terms::add);
        for (Group group : groups) {
            List<String> members = earned.stream()
                    .filter(one -> group.name().equals(one.group()))
                    .map(Earned::points)
                    .toList();
            if (group.kind() == kind) {
                String sum = members.isEmpty() ? "0::HUGEINT" : String.join(" + ", members);
                terms.add(Sql.held(group.bounds(), Sql.scaled(sum, group.weight())));
            }
        }
        return String.join(" + ", terms);
    }
}
