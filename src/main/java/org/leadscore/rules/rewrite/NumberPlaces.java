package org.leadscore.rules.rewrite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Finds the numbers that can be learned in a rule file that has been read without problems. */
public final class NumberPlaces {

    /** The number in each place, in the order of the file. */
    private final Map<NumberPlace, Scalar> numbers = new LinkedHashMap<>();
    /** The label of each place that has one. */
    private final Map<NumberPlace, String> labels = new LinkedHashMap<>();
    /** The rules that have {@code learn}, by name. */
    private final Map<String, Mapping> unlearned = new LinkedHashMap<>();

    private NumberPlaces() {}

    /** Looks through a file that was read without problems. */
    public static NumberPlaces of(Mapping root) {
        NumberPlaces places = new NumberPlaces();
        places.addRules(value(root, "explicit"));
        places.addRules(value(root, "implicit"));
        if (value(root, "score") instanceof Mapping score) {
            places.add(new NumberPlace.Zero(), value(score, "zero"));
            places.add(new NumberPlace.Full(), value(score, "full"));
        }
        if (value(root, "buckets") instanceof Sequence buckets) {
            for (int i = 0; i < buckets.items().size(); i++) {
                if (buckets.items().get(i) instanceof Mapping bucket) {
                    places.add(new NumberPlace.Bucket(i), value(bucket, "from"));
                }
            }
        }
        return places;
    }

    /** The numbers, in the order of the file. */
    public Map<NumberPlace, Scalar> numbers() {
        return numbers;
    }

    /**
     * Labels that tell the numbers of one rule apart: the value as it is written, or the tests of a tier. Other places
     * have none.
     */
    public Map<NumberPlace, String> labels() {
        return labels;
    }

    /** The rules that have {@code learn}, by name. */
    Map<String, Mapping> unlearned() {
        return unlearned;
    }

    private void addRules(@Nullable YamlTree rules) {
        if (rules instanceof Sequence sequence) {
            for (YamlTree rule : sequence.items()) {
                if (rule instanceof Mapping mapping && value(mapping, "name") instanceof Scalar name) {
                    addRule(Text.strip(name.text()), mapping);
                }
            }
        }
    }

    private void addRule(String name, Mapping rule) {
        add(new NumberPlace.Points(name), value(rule, "points"));
        if (value(rule, "tiers") instanceof Sequence tiers) {
            for (int i = 0; i < tiers.items().size(); i++) {
                if (tiers.items().get(i) instanceof Mapping tier) {
                    add(new NumberPlace.Tier(name, i), value(tier, "points"));
                    labels.put(new NumberPlace.Tier(name, i), tests(tier));
                }
            }
        }
        if (value(rule, "values") instanceof Mapping values) {
            values.entries().forEach((value, entry) -> {
                add(new NumberPlace.Value(name, Text.fold(value)), entry.value());
                labels.put(new NumberPlace.Value(name, Text.fold(value)), Text.strip(value));
            });
        }
        add(new NumberPlace.Otherwise(name), value(rule, "otherwise"));
        if (value(rule, "learn") instanceof Scalar) {
            unlearned.put(name, rule);
        }
    }

    private void add(NumberPlace place, @Nullable YamlTree value) {
        if (value instanceof Scalar scalar) {
            numbers.put(place, scalar);
        }
    }

    private static String tests(Mapping tier) {
        return tier.entries().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("points"))
                .map(entry -> entry.getKey() + ": " + plain(entry.getValue().value()))
                .collect(Collectors.joining(", "));
    }

    private static String plain(YamlTree tree) {
        if (tree instanceof Sequence sequence) {
            return sequence.items().stream().map(NumberPlaces::plain).collect(Collectors.joining(", ", "[", "]"));
        }
        return tree instanceof Scalar scalar ? scalar.text() : tree.found();
    }

    private static @Nullable YamlTree value(Mapping mapping, String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }
}
