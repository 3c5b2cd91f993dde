package org.leadscore.rules.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leadscore.rules.grammar.ScalarShapes;
import org.leadscore.rules.grammar.Shape;
import org.leadscore.rules.read.RuleSetReader;

/**
 * Describes the rule file as a JSON Schema, for editors. Whatever {@code RuleFile} reads is valid by it, but for
 * {@code null} without quotes: a text to the reader, and to editors a key without a value. The schema cannot express
 * all that may be wrong with a file (names that are not there, tiers that can never be reached, regular expressions),
 * so a valid file may still have problems.
 */
public final class RuleSchema {

    private RuleSchema() {}

    /** The schema as JSON, the same bytes in every run; ends with a line end. */
    public static String json() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators).withObjectIndenter(lines);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(schema()) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "leadscore rule file, version 1");
        schema.setAll((ObjectNode) file().json());
        ObjectNode definitions = schema.putObject("$defs");
        Map<String, Shape> shapes = new LinkedHashMap<>();
        ScalarShapes.define(shapes);
        SchemaSources.define(shapes);
        SchemaConditions.define(shapes);
        SchemaRules.define(shapes);
        shapes.forEach((name, shape) -> definitions.set(name, shape.json()));
        return schema;
    }

    private static Shape file() {
        return Shape.mapping()
                .key("version", "The version of this language: 1.", ScalarShapes.onlyOne())
                .key(
                        "timezone",
                        "Where a day begins, and the zone of times that name none.",
                        SchemaSources.zone().usually("UTC"))
                .key(
                        "visit-gap",
                        "How long a pause ends a visit.",
                        ScalarShapes.duration().usually("30m"))
                .key(
                        "lists",
                        "Lists of values in files, and more domains of free and of disposable mail.",
                        SchemaSources.lists())
                .key("sources", "Where the data is.", SchemaSources.sources())
                .key("suppress", "A file of those who objected: they are in no report.", SchemaSources.suppress())
                .key("identities", "Which ids are those of one person.", SchemaSources.identities())
                .key(
                        "lookups",
                        "Tables that give contacts more columns, such as company.size.",
                        SchemaSources.lookups())
                .key(
                        "definitions",
                        "Conditions with a name, for {is: name}.",
                        Shape.mappingTo(Shape.named(SchemaConditions.DEFINITION)))
                .key("explicit", "Rules about who the lead is; these points never fade.", SchemaRules.explicit())
                .key("implicit", "Rules about what the lead does.", SchemaRules.implicit())
                .key("groups", "How much a channel may weigh.", SchemaRules.groups())
                .key("inactivity", "What it costs when nothing is heard of a lead.", SchemaRules.inactivity())
                .key("score", "How points become a score.", SchemaRules.score())
                .key("buckets", "Bands of scores, highest first.", SchemaRules.buckets())
                .key("disqualify", "Who is taken out of the ranking.", SchemaRules.disqualify())
                .key(
                        "customers",
                        "keep: leads that have become customers, by sources: outcomes, are treated as everyone else.",
                        Shape.oneOf(RuleSetReader.CUSTOMERS.keySet()))
                .key("report", "What the reports carry along.", SchemaRules.report())
                .key("interests", "What a lead may lean to; the one with most points.", SchemaFollowUp.interests())
                .key("acquisition", "What says how a lead came.", SchemaFollowUp.acquisition())
                .key("stages", "Stages of the buying cycle; the first that holds.", SchemaFollowUp.stages())
                .key("grades", "Fit and engagement side by side, such as A1.", SchemaFollowUp.grades())
                .key("segments", "Leads that have something in common; a file each.", SchemaFollowUp.segments())
                .key("hand-off", "Who goes to sales, and to whom.", SchemaFollowUp.handOff())
                .key("actions", "What the others get; the first that holds.", SchemaFollowUp.actions())
                .key("accounts", "The people of one company, rolled up.", SchemaFollowUp.accounts())
                .key("ledger", "How long the ledger keeps its entries.", SchemaFollowUp.ledger())
                .key(RuleSetReader.TESTS, "Examples that leadscore test runs.", SchemaExamples.tests());
    }
}
