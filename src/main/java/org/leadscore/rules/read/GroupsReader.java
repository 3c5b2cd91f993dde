package org.leadscore.rules.read;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.rule.Decay;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads groups, and finds out from the rules which kind of rules each one holds. */
final class GroupsReader {

    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(100);

    private final Findings findings;
    private final DecayReader decays;
    /** True when the key is there and cannot be read, so that no name is known. */
    private final boolean unreadable;
    /** The groups by folded name, in the order of the file. */
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /** A group before its rules are known. */
    private static final class Draft {
        private final String name;
        private final Location at;
        private final BigDecimal weight;
        private final Bounds bounds;
        private final @Nullable Decay decay;
        private final @Nullable Location decayAt;
        /** The kind of its rules; null until one has been read. */
        private Group.@Nullable Kind kind;

        Draft(
                String name,
                Location at,
                BigDecimal weight,
                Bounds bounds,
                @Nullable Decay decay,
                @Nullable Location decayAt) {
            this.name = name;
            this.at = at;
            this.weight = weight;
            this.bounds = bounds;
            this.decay = decay;
            this.decayAt = decayAt;
        }
    }

    GroupsReader(Findings findings, MappingFields file) {
        YamlTree tree = file.tree("groups");
        this.findings = findings;
        this.unreadable = !file.lacks(List.of("groups")) && !(tree instanceof Mapping);
        this.decays = new DecayReader(findings);
        if (tree instanceof Mapping mapping) {
            mapping.entries().forEach(this::define);
        } else if (tree != null) {
            findings.problem(tree.at(), "groups must be a mapping such as {web: {max: 60}}, not " + tree.found());
        }
    }

    /**
     * The group under the key {@code group} of a rule of that kind, by the name it has under {@code groups}; null for
     * none, or one that is reported.
     */
    @Nullable
    String of(MappingFields rule, Group.Kind kind) {
        Scalar name = rule.text("group");
        if (name == null) {
            return null;
        }
        Draft draft = drafts.get(Text.fold(name.text()));
        if (draft == null && unreadable) {
            return null;
        }
        if (draft == null) {
            findings.problem(
                    name.at(),
                    "there is no group '%s'%s"
                            .formatted(name.text(), Nearest.hint(name.text(), names(), "; add it under groups")));
            return null;
        }
        if (draft.kind == null) {
            draft.kind = kind;
        } else if (draft.kind != kind) {
            findings.problem(
                    name.at(),
                    "the group '%s' has %s rules already; a group holds one kind of rule only"
                            .formatted(draft.name, draft.kind.word()));
        }
        return draft.name;
    }

    /** The decay for those rules of the group that name none; null without one. */
    @Nullable
    Decay decayOf(@Nullable String group) {
        Draft draft = group == null ? null : drafts.get(Text.fold(group));
        return draft == null ? null : draft.decay;
    }

    /** The groups, once every rule has been read. */
    List<Group> finish() {
        for (Draft draft : drafts.values()) {
            if (draft.kind == null) {
                findings.warning(draft.at, "no rule is in the group '" + draft.name + "'");
            } else if (draft.kind == Group.Kind.EXPLICIT && draft.decayAt != null) {
                findings.problem(
                        draft.decayAt, "the group '" + draft.name + "' has explicit rules, and they never fade");
            }
        }
        return drafts.values().stream()
                .map(draft -> new Group(
                        draft.name, draft.kind == null ? Group.Kind.IMPLICIT : draft.kind, draft.weight, draft.bounds))
                .toList();
    }

    /** The place at which the group is named. */
    Location at(String group) {
        return Objects.requireNonNull(drafts.get(Text.fold(group))).at;
    }

    private List<String> names() {
        return drafts.values().stream().map(draft -> draft.name).toList();
    }

    private void define(String name, Entry entry) {
        if (Text.isBlank(name)) {
            findings.problem(entry.keyAt(), "a group needs a name");
            return;
        }
        Draft draft = draft(name, entry);
        Draft first = drafts.putIfAbsent(Text.fold(name), draft);
        if (first != null) {
            findings.problem(
                    entry.keyAt(),
                    "the group '%s' is there already, in line %d; give it another name"
                            .formatted(name, first.at.line()));
        }
    }

    private Draft draft(String name, Entry entry) {
        MappingFields fields = entry.value() instanceof Gap
                ? null
                : MappingFields.of(
                        entry.value(), "the group " + name, findings, List.of("weight", "min", "max", "decay"));
        if (fields == null) {
            return new Draft(name, entry.keyAt(), BigDecimal.ONE, Bounds.NONE, null, null);
        }
        BigDecimal weight = fields.number("weight");
        if (weight != null && (weight.signum() < 0 || weight.compareTo(HEAVIEST) > 0)) {
            findings.problem(fields.at("weight"), "weight must lie between 0 and 100, not '" + weight + "'");
        }
        return new Draft(
                name,
                entry.keyAt(),
                weight == null ? BigDecimal.ONE : weight,
                fields.bounds(),
                decays.read(fields),
                fields.has("decay") ? fields.keyAt("decay") : null);
    }
}
