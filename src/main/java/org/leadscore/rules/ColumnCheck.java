package org.leadscore.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Problem;

/**
 * Finds the columns that rules and reports name and their sources do not have. The columns that a source itself cannot do
 * without are looked for in each of its files, when that is opened.
 */
public final class ColumnCheck {

    private final RuleFile file;
    private final RuleSet rules;
    private final @Nullable Set<String> contacts;
    private final Map<String, Set<String>> events;
    private final List<Problem> problems = new ArrayList<>();

    private ColumnCheck(RuleFile file, RuleSet rules, @Nullable Set<String> contacts, Map<String, Set<String>> events) {
        this.file = file;
        this.rules = rules;
        this.contacts = contacts;
        this.events = events;
    }

    /**
     * What is missing, in the order of the file; empty when nothing is.
     *
     * @param rules the rules of the file, over the sources that are read
     * @param contacts the header of the contact list, null where there is none
     * @param events the headers by the name of the log; logs that are not in it are not looked at
     */
    public static List<Problem> problems(
            RuleFile file, RuleSet rules, @Nullable Set<String> contacts, Map<String, Set<String>> events) {
        ColumnCheck check = new ColumnCheck(file, rules, contacts, events);
        check.ofContacts();
        check.ofEvents();
        return Findings.inOrder(check.problems);
    }

    private void ofContacts() {
        if (contacts == null) {
            for (ExplicitRule rule : rules.explicit()) {
                problems.add(file.problem(
                        rule.at(),
                        "explicit rules need contacts; add sources: contacts, or name the file with --contacts"));
            }
            for (Field column : rules.reportColumns()) {
                problems.add(file.problem(
                        column.at(),
                        "report columns come from contacts; add sources: contacts, or name the file with --contacts"));
            }
        } else {
            for (ExplicitRule rule : rules.explicit()) {
                look(rule.attribute().fields(), contacts, "the contacts have");
            }
            look(rules.reportColumns(), contacts, "the contacts have");
        }
        for (Disqualifier disqualifier : rules.disqualifiers()) {
            if (disqualifier instanceof Disqualifier.When when) {
                ofContacts(when.when().fields());
            }
        }
    }

    private void ofContacts(List<Field> fields) {
        if (contacts != null) {
            look(fields, contacts, "the contacts have");
        } else if (!fields.isEmpty()) {
            problems.add(file.problem(
                    fields.get(0).at(),
                    "when needs contacts; add sources: contacts, or name the file with --contacts"));
        }
    }

    private void ofEvents() {
        Set<String> all = new TreeSet<>();
        events.values().forEach(all::addAll);
        for (ImplicitRule rule : rules.implicit()) {
            Activity activity = rule.activity();
            activity.conditions().forEach(condition -> look(condition.fields(), all, "the events have"));
            if (activity instanceof Activity.Sum sum) {
                look(List.of(sum.column()), all, "the events have");
            }
            if (activity instanceof Activity.Occurrences occurrences) {
                ofCount(occurrences.count(), all);
            }
        }
        for (Disqualifier disqualifier : rules.disqualifiers()) {
            if (disqualifier instanceof Disqualifier.Did did) {
                look(did.did().fields(), all, "the events have");
                ofCount(did.count(), all);
            }
        }
    }

    private void ofCount(Count count, Set<String> all) {
        if (count instanceof Count.Distinct distinct) {
            look(List.of(distinct.column()), all, "the events have");
        }
    }

    private void look(List<Field> fields, Set<String> header, String owner) {
        for (Field field : fields) {
            if (field.kind() == Field.Kind.COLUMN && !header.contains(field.name())) {
                String near = Nearest.to(field.name(), header)
                        .map(column -> "; did you mean '" + column + "'?")
                        .orElse("; known are " + String.join(", ", new TreeSet<>(header)));
                problems.add(file.problem(field.at(), "%s no column '%s'%s".formatted(owner, field.name(), near)));
            }
        }
    }
}
