package org.leadscore.rules.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/**
 * The conditions with a name, of the key {@code definitions}. Each is read once for each kind of subject, contacts,
 * events or leads, when it is first used there.
 */
final class NamedConditions {

    /** A condition that always holds, which also stands in for one that could not be read. */
    static final Condition ALWAYS = new Condition.All(List.of());

    private static final int MOST_IN_A_ROW = 100;

    /** The most tests of a definition: more than a person would write, and few enough to run for every row. */
    private static final int MOST_TESTS = 10_000;

    private final Findings findings;
    /** True when the key is there and cannot be read, so that no name is known. */
    private final boolean unreadable;
    /** The definitions by folded name, in the order of the file. */
    private final Map<String, Definition> byName = new LinkedHashMap<>();
    /** The conditions read so far, by subject and folded name. */
    private final Map<String, Condition> read = new HashMap<>();
    /** The definitions that are being read, each named by the one before it. */
    private final List<Definition> open = new ArrayList<>();
    /** Definitions that cannot be used, and have been reported. */
    private final Set<Definition> broken = new HashSet<>();
    /** Definitions that a rule named. */
    private final Set<Definition> used = new HashSet<>();
    /** True once too many in a row have been reported. */
    private boolean tooMany;

    /** A definition as the file has it; equal to itself alone. */
    private static final class Definition {

        final String name;
        final Location at;
        final YamlTree condition;

        Definition(String name, Location at, YamlTree condition) {
            this.name = name;
            this.at = at;
            this.condition = condition;
        }
    }

    NamedConditions(Findings findings, MappingFields file) {
        YamlTree tree = file.tree("definitions");
        this.findings = findings;
        this.unreadable = file.has("definitions") && !(tree instanceof Mapping);
        if (tree instanceof Mapping mapping) {
            mapping.entries().forEach(this::define);
        } else if (tree != null) {
            findings.problem(tree.at(), "definitions must be a mapping of names to conditions, not " + tree.found());
        }
    }

    /**
     * The condition of that name; one that always holds, and a problem, when there is none.
     *
     * @param sort the name of the condition's subject; the same name may mean different columns
     */
    Condition named(Scalar name, String sort, Function<YamlTree, Condition> reader) {
        Definition definition = byName.get(Text.fold(name.text()));
        if (definition != null) {
            used.add(definition);
            return condition(definition, sort, reader, name.at());
        }
        if (!unreadable) {
            List<String> names = byName.values().stream().map(each -> each.name).toList();
            String hint = Nearest.hint(name.text(), names, "; add it under definitions");
            findings.problem(name.at(), "there is no definition '%s'%s".formatted(name.text(), hint));
        }
        return ALWAYS;
    }

    /** Reads the definitions that no rule used, so that mistakes in them are reported, and warns of them. */
    void finish(String sort, Function<YamlTree, Condition> reader) {
        for (Definition definition : byName.values()) {
            if (!used.contains(definition)) {
                condition(definition, sort, reader, definition.at);
            }
        }
        byName.values().stream()
                .filter(definition -> !used.contains(definition))
                .forEach(definition ->
                        findings.warning(definition.at, "the definition '" + definition.name + "' is never used"));
    }

    private void define(String name, Entry entry) {
        if (Text.isBlank(name)) {
            findings.problem(entry.keyAt(), "a definition needs a name");
            return;
        }
        Definition first = byName.putIfAbsent(Text.fold(name), new Definition(name, entry.keyAt(), entry.value()));
        if (first != null) {
            findings.problem(
                    entry.keyAt(),
                    "the definition '%s' is there already, in line %d; give it another name"
                            .formatted(name, first.at.line()));
        }
    }

    private Condition condition(
            Definition definition, String sort, Function<YamlTree, Condition> reader, Location usedAt) {
        String key = sort + " " + Text.fold(definition.name);
        Condition known = read.get(key);
        if (known != null) {
            return known;
        }
        if (broken.contains(definition) || endsInACircle(definition, usedAt) || isOneTooMany(usedAt)) {
            return ALWAYS;
        }
        open.add(definition);
        Condition condition = reader.apply(definition.condition);
        open.remove(open.size() - 1);
        if (condition.tests() > MOST_TESTS) {
            findings.problem(
                    definition.at, "with what it names, this definition has more than " + MOST_TESTS + " tests");
            broken.add(definition);
            broken.addAll(open);
        }
        Condition usable = broken.contains(definition) ? ALWAYS : condition;
        read.put(key, usable);
        return usable;
    }

    private boolean endsInACircle(Definition definition, Location usedAt) {
        int start = open.indexOf(definition);
        if (start < 0) {
            return false;
        }
        List<Definition> circle = open.subList(start, open.size());
        broken.addAll(circle);
        List<String> names =
                new ArrayList<>(circle.stream().map(each -> each.name).toList());
        names.add(definition.name);
        findings.problem(usedAt, "definitions go round in a circle: " + String.join(" > ", names));
        return true;
    }

    private boolean isOneTooMany(Location usedAt) {
        if (open.size() < MOST_IN_A_ROW) {
            return false;
        }
        if (!tooMany) {
            findings.problem(
                    usedAt,
                    "more than " + MOST_IN_A_ROW + " definitions name each other in a row, which no rule needs");
        }
        tooMany = true;
        broken.addAll(open);
        return true;
    }
}
