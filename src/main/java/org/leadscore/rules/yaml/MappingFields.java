package org.leadscore.rules.yaml;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.rule.Bounds;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/**
 * The keys of one mapping, read by type. Unknown keys are reported at once. A key that is missing, or whose value has
 * not the type asked for, gives null; the latter has been reported.
 */
public final class MappingFields {

    private final Mapping mapping;
    private final Findings findings;
    private final ScalarTypes values;
    /** Known keys that an unknown one, which has been reported, may have been meant for. */
    private final Set<String> meant = new HashSet<>();
    /** True when a key was reported that may have been meant for any other. */
    private boolean mayHaveAny;

    private MappingFields(Mapping mapping, Findings findings) {
        this.mapping = mapping;
        this.findings = findings;
        this.values = new ScalarTypes(findings);
    }

    /** Takes the keys of a mapping; null when the tree is none, which has been reported. */
    public static @Nullable MappingFields of(YamlTree tree, String what, Findings findings, Collection<String> known) {
        return of(tree, what, findings, known, Map.of());
    }

    /**
     * Takes the keys of a mapping; null when the tree is none, which has been reported.
     *
     * @param what the mapping in messages, with its article
     * @param known all keys that it may have
     * @param elsewhere messages about keys that belong to another place, by key
     */
    public static @Nullable MappingFields of(
            YamlTree tree, String what, Findings findings, Collection<String> known, Map<String, String> elsewhere) {
        if (tree instanceof Mapping mapping) {
            MappingFields fields = new MappingFields(mapping, findings);
            fields.refuseUnknown(what, known, elsewhere);
            return fields;
        }
        if (!(tree instanceof Gap)) {
            findings.problem(
                    tree.at(),
                    "%s must be a mapping with the keys %s, not %s"
                            .formatted(what, String.join(", ", known), tree.found()));
        }
        return null;
    }

    /** True when the key is there, or another one that may have been meant for it and has been reported. */
    public boolean has(String key) {
        return mapping.entries().containsKey(key) || meant.contains(key);
    }

    /** True when the mapping has none of the keys, nor one that was reported and may have been meant for one of them. */
    public boolean lacks(Collection<String> keys) {
        return !mayHaveAny && !hasAny(keys);
    }

    /** True when the mapping has one of the keys. */
    public boolean hasAny(Collection<String> keys) {
        return keys.stream().anyMatch(this::has);
    }

    /**
     * True when every item of the list under the key is a mapping with a name, or the key is not there at all: then all
     * names are known that the list gives, and one that is not among them is a mistake.
     */
    public boolean areNamesKnown(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null
                ? lacks(List.of(key))
                : entry.value() instanceof Sequence list
                        && list.items().stream().allMatch(MappingFields::hasName);
    }

    private static boolean hasName(YamlTree item) {
        Entry name = item instanceof Mapping named ? named.entries().get("name") : null;
        return name != null && name.value() instanceof Scalar;
    }

    /** The place at which the mapping begins. */
    public Location at() {
        return mapping.at();
    }

    /** The place of the key's value, or else of the mapping. */
    public Location at(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.at() : entry.value().at();
    }

    /** The place of the key, or else of the mapping. */
    public Location keyAt(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.at() : entry.keyAt();
    }

    /** Reports keys that have no meaning beside the others. */
    public void refuse(Collection<String> keys, String why) {
        for (String key : keys) {
            if (mapping.entries().containsKey(key)) {
                findings.problem(keyAt(key), why.formatted(key));
            }
        }
    }

    /** Reports a key that is not there. */
    public void need(String key, String message) {
        if (lacks(List.of(key))) {
            findings.problem(mapping.at(), message);
        }
    }

    /** Reports that the points are not there. */
    public void needPoints(String what) {
        need("points", what + " has no points; add them, such as points: 5");
    }

    /** The value of a key as it stands; null when the key is missing. */
    public @Nullable YamlTree tree(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null || entry.value() instanceof Gap ? null : entry.value();
    }

    /** The text of a key; null when it is missing or no text, which is reported. */
    public @Nullable Scalar text(String key) {
        YamlTree tree = tree(key);
        return tree == null ? null : values.text(tree, key);
    }

    /** The texts of a key, one or several; none when it is missing. */
    public List<Scalar> texts(String key) {
        YamlTree tree = tree(key);
        return tree == null ? List.of() : values.texts(tree, key);
    }

    /** The number of a key; null when it is missing or no number, which is reported. */
    public @Nullable BigDecimal number(String key) {
        YamlTree tree = tree(key);
        return tree == null ? null : values.number(tree, key);
    }

    /** The points under the key, in millionths. */
    public @Nullable Long points(String key) {
        YamlTree tree = tree(key);
        return tree == null ? null : values.points(tree, key);
    }

    /** The duration under the key, in milliseconds. */
    public @Nullable Long duration(String key) {
        YamlTree tree = tree(key);
        return tree == null ? null : values.duration(tree, key);
    }

    /**
     * The duration under {@code within}, in milliseconds; {@link Award#UNLIMITED} when the key is not there. A duration
     * under an hour is warned of.
     */
    public long within() {
        Long within = duration("within");
        if (within == null) {
            return Award.UNLIMITED;
        }
        warnIfShort("within", within);
        return within;
    }

    /** Warns of a duration so short that another unit may have been meant. */
    public void warnIfShort(String key, long millis) {
        if (millis < 3_600_000) {
            findings.warning(at(key), key + " is under an hour; m is minutes, and a month is best written as 30d");
        }
    }

    /** The share of a key, from 0 to 1; null when it is missing or none, which is reported. */
    public @Nullable BigDecimal share(String key) {
        YamlTree tree = tree(key);
        return tree == null ? null : values.share(tree, key);
    }

    /** The whole number of a key; null when it is missing or out of bounds, which is reported. */
    public @Nullable Integer whole(String key, int least, int most) {
        YamlTree tree = tree(key);
        return tree == null ? null : values.whole(tree, key, least, most);
    }

    /** The choice that a key's word stands for; null when it is missing or another word, which is reported. */
    public <T> @Nullable T choice(String key, Map<String, T> words) {
        YamlTree tree = tree(key);
        return tree == null ? null : values.choice(tree, key, words);
    }

    /** The floor and ceiling under {@code min} and {@code max}. */
    public Bounds bounds() {
        Long min = points("min");
        Long max = points("max");
        if (min != null && max != null && min > max) {
            findings.problem(at("min"), "min must not be above max");
        }
        return new Bounds(min == null ? Bounds.NONE.min() : min, max == null ? Bounds.NONE.max() : max);
    }

    private void refuseUnknown(String what, Collection<String> known, Map<String, String> elsewhere) {
        mapping.entries().forEach((key, entry) -> {
            if (known.contains(key)) {
                return;
            }
            if (entry.value() instanceof Gap) {
                mayHaveAny = true;
                return;
            }
            String belongs = elsewhere.get(key);
            if (belongs != null) {
                findings.problem(entry.keyAt(), belongs);
                mayHaveAny = true;
                return;
            }
            Nearest.to(key, known).ifPresent(meant::add);
            String hint = Nearest.hint(key, known, "; known here are " + String.join(", ", known));
            findings.problem(entry.keyAt(), "unknown key '%s' in %s%s".formatted(key, what, hint));
        });
    }
}
