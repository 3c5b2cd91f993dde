package org.leadscore.rules.schema;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.file.RuleFiles;

/** Holds the schema against the reader: neither may know a key that the other does not, nor the schema refuse what is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleSchemaTest {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode JSON = json(RuleSchema.json());
    private static final Schema SCHEMA = SCHEMAS.getSchema(JSON);

    /** A key that no mapping knows. */
    private static final String UNKNOWN = "qqqqqqqqqqqq";

    private static final Pattern KNOWN = Pattern.compile("unknown key '" + UNKNOWN + "' in [^;]*; known here are (.*)");

    /** Values that are put in the place of others. */
    private static final List<String> OTHERS = List.of(
            "\"\"",
            "\"some text\"",
            "-1",
            "0",
            "0.5",
            "7",
            "true",
            "[]",
            "{}",
            "[\"a\", \"b\"]",
            "[{}]",
            "{\"a\": 1}",
            "\"30d\"",
            "\"0d\"",
            "\"25%\"",
            "\"1.2345\"",
            "100001");

    private static final int KEYS_ADDED = 3;
    private static final int VALUES_CHANGED = 4;

    @Test
    void it_is_a_schema_by_the_schema_of_schemas() {
        Schema ofSchemas = SCHEMAS.getSchema(SchemaLocation.of(DIALECT));

        assertThat(ofSchemas.validate(JSON)).isEmpty();
    }

    @Test
    void it_is_the_same_bytes_each_time_and_ends_with_a_line() {
        assertThat(RuleSchema.json()).isEqualTo(RuleSchema.json()).endsWith("}\n");
    }

    @TestFactory
    Stream<DynamicTest> what_is_read_is_valid() {
        return RuleFiles.good().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThat(SCHEMA.validate(yaml(file.getValue()))).isEmpty()));
    }

    @Test
    void what_is_not_valid_is_not_read() {
        SplittableRandom random = new SplittableRandom(20_261_126);
        List<JsonNode> files = documented();
        Map<String, JsonNode> samples = samples(files);
        int refused = 0;

        for (JsonNode file : files) {
            for (JsonNode changed : changed(file, samples, random)) {
                if (!SCHEMA.validate(changed).isEmpty()) {
                    refused++;
                    if (RuleFiles.isRead(changed.toString())) {
                        fail("read, but not valid: " + changed + "\n" + SCHEMA.validate(changed));
                    }
                }
            }
        }

        assertThat(refused).isGreaterThan(5_000);
    }

    @Test
    void its_mappings_have_the_keys_that_the_reader_knows() {
        Set<String> ofSchema = new TreeSet<>();
        Set<String> ofReader = new TreeSet<>();

        walk(JSON, part -> closedKeys(part, ofSchema));
        RuleFiles.good().values().forEach(file -> readerKeys(yaml(file), ofReader));

        assertThat(ofSchema).isEqualTo(ofReader);
    }

    @Test
    void every_key_has_a_description() {
        List<String> without = new ArrayList<>();

        walk(
                JSON,
                part -> part.path("properties").properties().forEach(key -> {
                    if (key.getValue().isObject()
                            && key.getValue().path("description").asText().isEmpty()) {
                        without.add(key.getKey());
                    }
                }));

        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 2",
                "explicit: []",
                "explicit: [{when: {a: b}, points: 1}]",
                "explicit: [{name: a, when: {a: b}, points: many}]",
                "explicit: [{name: a, when: {a: b}}]",
                "explicit: [{name: a, when: {a: b}, points: 1, decay: {half-life: 30d}}]",
                "explicit: [{name: a, when: {a: {at-leats: 5}}, points: 1}]",
                "explicit: [{name: a, when: {a: {at-least: 5, above: 4}}, points: 1}]",
                "explicit: [{name: a, when: {a: {kind: free-male}}, points: 1}]",
                "explicit: [{name: a, when: {a: {after: soon}}, points: 1}]",
                "explicit: [{name: a, when: {did: visit}, points: 1}]",
                "explicit: [{name: a, when: {all: {a: b}}, points: 1}]",
                "explicit: [{name: a, field: b, values: {c: 1}, tiers: [{at-least: 1, points: 1}]}]",
                "explicit: [{name: a, field: b, tiers: [{points: 1}]}]",
                "implicit: [{name: a, did: b}]",
                "implicit: [{name: a, did: b, points: 1, within: 30}]",
                "implicit: [{name: a, did: b, points: 1, count: weeks}]",
                "implicit: [{name: a, did: b, sum: c, per: 1, points: 1, decay: {linear: 9d}}]",
                "implicit: [{name: a, did: b, points: 1, decay: {half-life: 30d, linear: 9d}}]",
                "implicit: [{name: a, did: b, points: 1, decay: {step: 25, every: 9d}}]",
                "implicit: [{name: a, did: b, sum: c, points: 1}]",
                "implicit: [{name: a, rate: {of: b, over: c}, points: 1}]",
                "sources: {contacts: {path: a.csv, time: b}}",
                "sources: {contacts: {path: a.csv, delimiter: words}}",
                "sources: {events: [{path: a.csv}, {name: b, path: b.csv}]}",
                "sources: {events: {path: a.csv, lead: {row-number: true}}}",
                "groups: {web: {weight: -1}}",
                "inactivity: {after: 30d, lose: 25%}",
                "buckets: [{name: hot, from: high}]",
                "acquisition: {first: log, last: log}",
                "hand-off: {when: {bucket: hot}, capacity: -1}",
                "lists: {free-mail: {add: kim@post.example}}",
                "tests: [{name: a, expect: {}}]",
            })
    void catches(String mistake) {
        assertThat(SCHEMA.validate(yaml(mistake))).isNotEmpty();
        assertThat(RuleFiles.isRead(mistake)).isFalse();
    }

    private static List<JsonNode> documented() {
        return RuleFiles.documented().values().stream()
                .map(RuleSchemaTest::yaml)
                .toList();
    }

    /** The keys of mappings that have no others. */
    private static void closedKeys(JsonNode part, Set<String> found) {
        JsonNode keys = part.path("properties");
        if (keys.isObject() && part.path("additionalProperties").isBoolean()) {
            found.add(sorted(keys.properties().stream().map(Map.Entry::getKey)));
        }
    }

    /** Puts an unknown key into each mapping, and takes from the message which ones are known. */
    private static void readerKeys(JsonNode file, Set<String> found) {
        for (JsonPointer place : places(file)) {
            JsonNode copy = file.deepCopy();
            if (copy.at(place) instanceof ObjectNode mapping) {
                mapping.put(UNKNOWN, 1);
                try {
                    RuleFile.parse("rules.yaml", copy.toString());
                } catch (RulesException refused) {
                    refused.problems().forEach(problem -> {
                        Matcher known = KNOWN.matcher(problem.message());
                        if (known.matches()) {
                            found.add(sorted(Stream.of(known.group(1).split(", ", -1))));
                        }
                    });
                }
            }
        }
    }

    private static String sorted(Stream<String> keys) {
        return String.join(", ", keys.collect(toCollection(TreeSet::new)));
    }

    /** The file with one thing changed: some of the things and changes that there are. */
    private static List<JsonNode> changed(JsonNode file, Map<String, JsonNode> samples, SplittableRandom random) {
        List<JsonNode> changed = new ArrayList<>();
        List<String> names = List.copyOf(samples.keySet());
        for (JsonPointer place : places(file)) {
            if (file.at(place) instanceof ObjectNode mapping) {
                mapping.fieldNames().forEachRemaining(key -> {
                    JsonNode copy = file.deepCopy();
                    ((ObjectNode) copy.at(place)).remove(key);
                    changed.add(copy);
                });
                for (int i = 0; i < KEYS_ADDED; i++) {
                    String name = names.get(random.nextInt(names.size()));
                    JsonNode copy = file.deepCopy();
                    ((ObjectNode) copy.at(place)).set(name, samples.get(name));
                    changed.add(copy);
                }
            }
            for (int i = 0; !place.matches() && i < VALUES_CHANGED; i++) {
                JsonNode copy = file.deepCopy();
                replace(copy.at(place.head()), place.last(), json(OTHERS.get(random.nextInt(OTHERS.size()))));
                changed.add(copy);
            }
        }
        return changed;
    }

    private static void replace(JsonNode parent, JsonPointer last, JsonNode value) {
        if (parent instanceof ObjectNode mapping) {
            mapping.set(last.getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(last.getMatchingIndex(), value);
        }
    }

    /** A value for each key that is used somewhere. */
    private static Map<String, JsonNode> samples(List<JsonNode> files) {
        Map<String, JsonNode> samples = new LinkedHashMap<>();
        files.forEach(file -> walk(
                file, part -> part.properties().forEach(key -> samples.putIfAbsent(key.getKey(), key.getValue()))));
        return samples;
    }

    private static List<JsonPointer> places(JsonNode file) {
        List<JsonPointer> places = new ArrayList<>();
        add(file, JsonPointer.empty(), places);
        return places;
    }

    private static void add(JsonNode node, JsonPointer place, List<JsonPointer> places) {
        places.add(place);
        node.properties().forEach(key -> add(key.getValue(), place.appendProperty(key.getKey()), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            add(node.get(i), place.appendIndex(i), places);
        }
    }

    private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }

    private static JsonNode yaml(String text) {
        return parsed(new YAMLMapper(), text);
    }

    private static JsonNode json(String text) {
        return parsed(new ObjectMapper(), text);
    }

    private static JsonNode parsed(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
