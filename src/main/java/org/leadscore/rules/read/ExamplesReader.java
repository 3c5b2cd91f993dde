package org.leadscore.rules.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.problem.Listing;
import org.leadscore.problem.Location;
import org.leadscore.problem.Nearest;
import org.leadscore.rules.Example;
import org.leadscore.rules.Example.Cell;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.SourceFiles;
import org.leadscore.rules.yaml.Durations;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.Lists;
import org.leadscore.rules.yaml.MappingFields;
import org.leadscore.rules.yaml.ScalarTypes;
import org.leadscore.rules.yaml.UniqueNames;
import org.leadscore.rules.yaml.YamlTree;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Mapping;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Reads the examples of a rule file, the key {@code tests}. */
public final class ExamplesReader {

    private static final List<String> KEYS = List.of("name", "lead", "events", "customer", "as-of", "expect");
    private static final List<String> OF_EVENTS = List.of("event", "log", "age", "time", "repeat");
    public static final int MOST_REPEATED = 10_000;
    private static final int MOST_NAMED = 20;

    private final Findings findings;
    private final RuleSet rules;
    private final Function<RuleSet, AskedColumns> asked;
    private final ScalarTypes values;
    private final ExpectationsReader expectations;
    private final TimeFormat times;

    /**
     * Reads examples of a rule set.
     *
     * @param rules those of the file, which may have problems of their own
     * @param unreadable keys of the file under which something could not be read, so that not all names are known
     * @param asked tells the columns that rules without problems look at
     */
    public ExamplesReader(
            Findings findings, RuleSet rules, Set<String> unreadable, Function<RuleSet, AskedColumns> asked) {
        this.findings = findings;
        this.rules = rules;
        this.asked = asked;
        this.values = new ScalarTypes(findings);
        this.expectations = new ExpectationsReader(findings, rules, unreadable);
        this.times = TimeFormat.iso(rules.timezone());
    }

    /** Reads the list under {@code tests}; none where it is missing. */
    public List<Example> read(@Nullable YamlTree tree) {
        UniqueNames names = new UniqueNames("an example", findings);
        List<Example> examples = new ArrayList<>();
        for (YamlTree item : Lists.items(tree, "tests", "examples", findings)) {
            MappingFields fields = MappingFields.of(item, "an example", findings, KEYS);
            if (fields != null) {
                examples.add(example(fields, names));
            }
        }
        refuseUnknownColumns(examples);
        return examples;
    }

    private Example example(MappingFields fields, UniqueNames names) {
        String name = names.read(fields);
        fields.need("expect", "an example needs expect, what is to come out: {score: {at-least: 70}, bucket: hot}");
        Long asOf = moment(fields, "as-of");
        YamlTree lead = fields.tree("lead");
        List<Cell> contact = lead == null ? List.of() : columns(lead, "lead", List.of());
        if (lead instanceof Mapping) {
            needId(contact, lead.at());
        }
        List<Example.Event> events = new ArrayList<>();
        for (YamlTree item : Lists.items(fields.tree("events"), "events", "events", findings)) {
            if (item instanceof Mapping mapping) {
                events.add(event(mapping, asOf != null));
            } else {
                MappingFields.of(item, "an event", findings, OF_EVENTS);
            }
        }
        YamlTree expect = fields.tree("expect");
        return new Example(
                name,
                fields.at("name"),
                contact,
                events,
                isCustomer(fields),
                asOf,
                expect == null ? List.of() : expectations.read(expect));
    }

    private boolean isCustomer(MappingFields fields) {
        YamlTree tree = fields.tree("customer");
        Boolean is = tree == null ? null : values.truth(tree, "customer");
        OutcomeSource outcomes = rules.sources().outcomes();
        if (is != null && is && (outcomes == null || outcomes.time() == null)) {
            findings.problem(
                    fields.keyAt("customer"),
                    "nobody becomes a customer by this file: add sources: outcomes with a time, or leave customer out");
        }
        return is != null && is;
    }

    private Example.Event event(Mapping mapping, boolean asOfIsThere) {
        Map<String, Entry> own = new LinkedHashMap<>(mapping.entries());
        own.keySet().retainAll(OF_EVENTS);
        MappingFields fields = MappingFields.of(
                new Mapping(mapping.at(), mapping.inBraces(), own, mapping.span()), "an event", findings, OF_EVENTS);
        if (fields == null) {
            throw new IllegalStateException("a mapping has fields");
        }
        if (fields.has("age") && fields.has("time")) {
            findings.problem(fields.at(), "an event has both age and time; keep one of them");
        } else if (fields.lacks(List.of("age", "time"))) {
            findings.problem(fields.at(), "an event needs an age, how long ago it was, such as age: 2d, or a time");
        }
        if (fields.has("time") && !asOfIsThere) {
            findings.problem(
                    fields.keyAt("time"),
                    "a time says nothing without the moment of scoring; add as-of to the example, or write an age");
        }
        Scalar event = fields.text("event");
        Integer repeat = fields.whole("repeat", 1, MOST_REPEATED);
        return new Example.Event(
                log(fields, event),
                columns(mapping, "an event", OF_EVENTS),
                event == null ? null : event.text(),
                age(fields),
                moment(fields, "time"),
                repeat == null ? 1 : repeat);
    }

    /** The log that the example names, or else the first one in which such an event can be. */
    private EventSource log(MappingFields fields, @Nullable Scalar event) {
        List<EventSource> logs = rules.sources().events();
        EventSource first = logs.isEmpty()
                ? EventSource.usual(
                        new SourceFiles(List.of(), false, fields.at()),
                        rules.sources().areIdsExact(),
                        rules.timezone())
                : logs.get(0);
        Scalar name = fields.text("log");
        if (name != null) {
            for (EventSource log : logs) {
                if (Text.fold(log.name()).equals(Text.fold(name.text()))) {
                    return log;
                }
            }
            List<String> known = logs.stream().map(EventSource::name).toList();
            String otherwise = known.isEmpty() ? "; the file has none" : "; known are " + Listing.of(known, MOST_NAMED);
            findings.problem(
                    name.at(), "there is no log '" + name.text() + "'" + Nearest.hint(name.text(), known, otherwise));
            return first;
        }
        String wanted = event == null ? "" : Text.fold(event.text());
        return logs.stream()
                .filter(log -> log.event()
                        .choose(
                                fromColumn -> false,
                                constant -> Text.fold(constant.name()).equals(wanted)))
                .findFirst()
                .or(() -> logs.stream()
                        .filter(log -> log.event().choose(fromColumn -> true, constant -> false))
                        .findFirst())
                .orElse(first);
    }

    private long age(MappingFields fields) {
        Scalar age = fields.text("age");
        OptionalLong millis = age == null ? OptionalLong.of(0) : Durations.parse(age.text());
        if (millis.isEmpty() && age != null) {
            findings.problem(age.at(), "age must be " + Durations.demand(age.text()) + ", not " + age.found());
        }
        return millis.orElse(0);
    }

    private @Nullable Long moment(MappingFields fields, String key) {
        Scalar text = fields.text(key);
        if (text == null) {
            return null;
        }
        long millis = times.millis(text.text());
        if (millis == TimeFormat.NONE) {
            findings.problem(text.at(), key + " must be a time " + times.description() + ", not " + text.found());
            return null;
        }
        return millis;
    }

    /** Reads columns with their values; {@code column.age} is the column {@code age}. */
    private List<Cell> columns(YamlTree tree, String what, List<String> others) {
        List<Cell> columns = new ArrayList<>();
        if (!(tree instanceof Mapping mapping)) {
            findings.problem(tree.at(), what + " must be a mapping of columns to values, not " + tree.found());
            return columns;
        }
        mapping.entries().forEach((key, entry) -> {
            Scalar value = others.contains(key) ? null : values.scalar(entry.value(), key, "the value of that column");
            if (value != null) {
                columns.add(new Cell(ConditionReader.column(key, entry.keyAt()), value.text()));
            }
        });
        return columns;
    }

    private void needId(List<Cell> contact, Location at) {
        ContactSource source = rules.sources().contacts();
        String column = source == null
                ? "email"
                : source.lead().fields().stream().map(Field::name).findFirst().orElse("");
        boolean isThere = column.isEmpty()
                || contact.stream()
                        .anyMatch(cell -> cell.column().name().equals(column) && !Text.isBlank(cell.value()));
        if (!isThere) {
            findings.problem(at, "the lead needs " + column + ", the column that names it");
        }
    }

    /**
     * Reports columns that no rule looks at: they are slips of the pen, with which an example would seem to test what
     * it does not.
     */
    private void refuseUnknownColumns(List<Example> examples) {
        if (!findings.problems().isEmpty()) {
            return; // what the rules look at is only known when they could be read
        }
        AskedColumns columns = asked.apply(rules);
        for (Example example : examples) {
            if (rules.learnAll() == null) {
                refuseUnknown(example.lead(), columns.ofContacts());
            }
            example.events().forEach(event -> refuseUnknown(event.columns(), columns.ofEvents()));
        }
    }

    private void refuseUnknown(List<Cell> cells, Set<String> known) {
        for (Cell cell : cells) {
            String column = cell.column().name();
            if (!known.contains(column)) {
                List<String> sorted = known.stream().sorted().toList();
                String otherwise = "; they look at " + Listing.of(sorted, MOST_NAMED);
                findings.problem(
                        cell.column().at(),
                        "no rule looks at the column '" + column + "'" + Nearest.hint(column, sorted, otherwise));
            }
        }
    }
}
