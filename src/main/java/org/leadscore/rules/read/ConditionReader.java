package org.leadscore.rules.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Gap;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;
import org.leadscore.rules.yaml.YamlTree.Sequence;

/** Reads conditions, and replaces the names of definitions in them by the definitions. */
public final class ConditionReader {

    /** Stands in for a condition that could not be read. */
    static final Condition ALWAYS = NamedConditions.ALWAYS;

    /** The bounds of {@code filled}. */
    public static final String AT_LEAST = Operator.AT_LEAST.word();

    public static final String AT_MOST = Operator.AT_MOST.word();

    /** The keys of a question about events in a condition on leads. */
    private static final List<String> OF_DID = ConditionWord.ofDid();

    /**
     * The subject of a condition: a contact, an event, or a lead.
     *
     * @param sort a name for it, under which a definition is read once
     * @param words the values that can be asked of a lead; null for contacts and events
     */
    private record Of(String sort, @Nullable LeadWords words) {

        static final Of CONTACT = new Of("CONTACT", null);
        static final Of EVENT = new Of("EVENT", null);

        /** True for events. Asked by the name: a record's own equals is linked for milliseconds at each start. */
        boolean isEvent() {
            return words == null && sort.equals(EVENT.sort);
        }
    }

    private final Findings findings;
    private final ScalarTypes values;
    private final TestReader tests;
    private final CountReader counts;
    private final LeadTestReader leadTests;
    private final NamedConditions definitions;

    ConditionReader(Findings findings, TestReader tests, NamedConditions definitions) {
        this.findings = findings;
        this.counts = new CountReader(findings);
        this.leadTests = new LeadTestReader(findings, tests);
        this.values = new ScalarTypes(findings);
        this.tests = tests;
        this.definitions = definitions;
    }

    /** A condition on a contact's fields. */
    Condition when(YamlTree tree, String key) {
        return condition(tree, Of.CONTACT, key);
    }

    /** A condition on the columns of an event; a text or a list of texts are names of events. */
    Condition did(YamlTree tree, String key) {
        if (tree instanceof Scalar || tree instanceof Sequence) {
            Field event = new Field(Field.Kind.EVENT, ConditionWord.EVENT.word(), tree.at());
            return new Condition.Is(event, tests.test(key, tree));
        }
        return condition(tree, Of.EVENT, key);
    }

    /** A condition on a lead that has been scored. */
    Condition lead(YamlTree tree, String key, LeadWords words) {
        return condition(tree, new Of(words.sort(), words), key);
    }

    /** A contact's column by name. */
    static Field column(Scalar name) {
        return column(name.text(), name.at());
    }

    /** A contact's columns by name, each once. */
    List<Field> columns(List<Scalar> names) {
        return columns(names, Of.CONTACT);
    }

    /** The column or the property of an event that a name stands for, for a key that takes a single column. */
    static Field ofEvent(Scalar name) {
        return field(name.text(), name.at(), Of.EVENT);
    }

    /**
     * Reads the definitions that no rule named, so that their mistakes are reported too; to be called when all rules
     * have been read.
     *
     * @param words the values that can be asked of leads; null for a file without conditions on leads
     */
    void finish(@Nullable LeadWords words) {
        Of of = words == null ? Of.CONTACT : new Of(words.sort(), words);
        definitions.finish(of.sort(), tree -> condition(tree, of, "a definition"));
    }

    private Condition condition(YamlTree tree, Of of, String key) {
        if (tree instanceof Mapping mapping) {
            return mapping(mapping, of, key);
        }
        if (tree instanceof Sequence) {
            findings.problem(tree.at(), key + " must be one condition, not a list; write {all: [...]} or {any: [...]}");
        } else if (!(tree instanceof Gap)) {
            findings.problem(tree.at(), key + " must be a condition such as {country: ES}, not " + tree.found());
        }
        return ALWAYS;
    }

    private Condition mapping(Mapping mapping, Of of, String key) {
        if (mapping.entries().isEmpty()) {
            findings.problem(mapping.at(), key + " must not be an empty condition; write one such as {country: ES}");
        }
        LeadWords words = of.words();
        List<Condition> parts = new ArrayList<>();
        mapping.entries().forEach((name, entry) -> {
            if (words != null && OF_DID.contains(name)) {
                withDid(name, entry, mapping).ifPresent(parts::add);
            } else if (!(entry.value() instanceof Gap)) {
                parts.add(part(name, entry, of));
            }
        });
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private Condition part(String name, Entry entry, Of of) {
        YamlTree value = entry.value();
        Optional<ConditionWord> word = ConditionWord.named(name);
        if (word.isEmpty()) {
            return test(name, entry, of);
        }
        return switch (word.get()) {
            case ALL -> new Condition.All(list(value, of, name));
            case ANY -> new Condition.Any(list(value, of, name));
            case NOT -> new Condition.Not(condition(value, of, name));
            case IS -> is(value, of);
            case FILLED -> filled(value, of);
            case DID, WHEN -> misplaced(name, entry);
            case EVENT, LOG, COUNT, TIMES, WITHIN -> test(name, entry, of);
        };
    }

    /**
     * Reads the question about events of which {@code name} is a key, once, at {@code did}; the keys beside it are read
     * along.
     */
    private Optional<Condition> withDid(String name, Entry entry, Mapping mapping) {
        Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
        if (!entries.containsKey(ConditionWord.DID.word())) {
            findings.problem(
                    entry.keyAt(),
                    "%s goes with did, in the same braces; a column of that name is written %s"
                            .formatted(name, ConditionWord.asColumn(name)));
        }
        entries.keySet().retainAll(OF_DID);
        MappingFields fields = MappingFields.of(
                new Mapping(mapping.at(), mapping.inBraces(), entries, mapping.span()), "did", findings, OF_DID);
        if (!name.equals(ConditionWord.DID.word()) || fields == null || entry.value() instanceof Gap) {
            return Optional.empty();
        }
        CountReader.Times times = counts.times(fields, TierReach.COUNTS);
        long within = Math.min(fields.within(), times.within());
        return Optional.of(new Condition.Did(did(entry.value(), "did"), counts.count(fields), within, times.range()));
    }

    private Condition misplaced(String name, Entry entry) {
        findings.problem(
                entry.keyAt(),
                "%s cannot stand within a condition; a column of that name is written %s"
                        .formatted(name, ConditionWord.asColumn(name)));
        return ALWAYS;
    }

    private Condition test(String name, Entry entry, Of of) {
        LeadWords words = of.words();
        LeadValue value = words == null ? null : LeadValue.named(name).orElse(null);
        if (words != null && value != null) {
            return leadTests.read(value, entry, words);
        }
        Field field = field(name, entry.keyAt(), of);
        if (Text.isBlank(field.name())) {
            findings.problem(entry.keyAt(), "a condition needs the name of a column before ':'");
        }
        return new Condition.Is(field, tests.test(name, entry.value()));
    }

    private List<Condition> list(YamlTree value, Of of, String key) {
        if (!(value instanceof Sequence sequence)) {
            findings.problem(
                    value.at(),
                    key + " must be a list of conditions such as [{country: ES}, {country: PT}], not " + value.found());
            return List.of();
        }
        if (sequence.items().isEmpty()) {
            findings.problem(value.at(), key + " must not be an empty list");
        }
        return sequence.items().stream()
                .map(item -> condition(item, of, "each item of " + key))
                .toList();
    }

    private Condition filled(YamlTree value, Of of) {
        MappingFields fields = MappingFields.of(value, "filled", findings, List.of("of", AT_LEAST, AT_MOST));
        if (fields == null) {
            return ALWAYS;
        }
        fields.need("of", "filled needs the columns to count: {filled: {of: [phone, company], at-least: 1}}");
        List<Field> columns = columns(fields.texts("of"), of);
        if (fields.lacks(List.of(AT_LEAST, AT_MOST))) {
            findings.problem(fields.at(), "filled needs at-least or at-most, the number of columns that are not blank");
        }
        Integer atLeast = fields.whole(AT_LEAST, 0, columns.isEmpty() ? Integer.MAX_VALUE : columns.size());
        Integer atMost = fields.whole(AT_MOST, 0, Integer.MAX_VALUE);
        if (atLeast != null && atMost != null && atLeast > atMost) {
            findings.problem(fields.at(AT_LEAST), "at-least must not be above at-most");
        }
        return new Condition.Filled(
                columns, atLeast == null ? 0 : atLeast, atMost == null ? Integer.MAX_VALUE : atMost);
    }

    private List<Field> columns(List<Scalar> names, Of of) {
        Set<String> seen = new HashSet<>();
        List<Field> columns = new ArrayList<>();
        for (Scalar name : names) {
            Field column = field(name.text(), name.at(), of);
            if (!seen.add(column.kind() + column.name())) {
                findings.problem(name.at(), "the column '" + column.name() + "' is named twice");
            }
            columns.add(column);
        }
        return columns;
    }

    private Condition is(YamlTree value, Of of) {
        Scalar name = values.text(value, "is");
        if (name == null) {
            return ALWAYS;
        }
        return definitions.named(name, of.sort(), tree -> condition(tree, of, "a definition"));
    }

    static Field column(String name, Location at) {
        return field(name, at, Of.CONTACT);
    }

    private static Field field(String name, Location at, Of of) {
        Optional<String> column = ConditionWord.columnOf(name);
        if (column.isPresent()) {
            return Field.column(column.get(), at);
        }
        if (of.isEvent() && name.equals(ConditionWord.EVENT.word())) {
            return new Field(Field.Kind.EVENT, name, at);
        }
        if (of.isEvent() && name.equals(ConditionWord.LOG.word())) {
            return new Field(Field.Kind.LOG, name, at);
        }
        return Field.column(name, at);
    }
}
