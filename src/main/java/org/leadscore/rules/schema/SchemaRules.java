package org.leadscore.rules.schema;

import static org.leadscore.rules.grammar.Shape.either;
import static org.leadscore.rules.grammar.Shape.named;
import static org.leadscore.rules.grammar.Shape.oneOf;

import java.util.List;
import java.util.Map;
import org.leadscore.rules.grammar.ScalarShapes;
import org.leadscore.rules.grammar.Shape;
import org.leadscore.rules.read.ExplicitRulesReader;
import org.leadscore.rules.read.Operator;
import org.leadscore.rules.read.ScaleReader;
import org.leadscore.rules.report.Report;

/** The shapes of rules, and of the keys that turn their points into scores. */
final class SchemaRules {

    private static final String EXPLICIT = "explicit-rule";
    private static final String IMPLICIT = "implicit-rule";

    private SchemaRules() {}

    static void define(Map<String, Shape> definitions) {
        definitions.put(EXPLICIT, explicitRule());
        definitions.put(IMPLICIT, implicitRule());
    }

    static Shape explicit() {
        return Shape.listOf(either(named(EXPLICIT), learnAll()));
    }

    static Shape implicit() {
        return Shape.listOf(named(IMPLICIT));
    }

    static Shape groups() {
        return Shape.mappingTo(Shape.mapping()
                .key(
                        "weight",
                        "The factor for the sum of its rules.",
                        ScalarShapes.number().between(0, 100).usually(1))
                .key("min", "The least it can give.", ScalarShapes.points())
                .key("max", "The most it can give.", ScalarShapes.points())
                .key("decay", "The decay of those of its rules that have none.", named(SchemaConditions.DECAY)));
    }

    static Shape inactivity() {
        return Shape.mapping()
                .key("after", "The time without activity after which a lead loses engagement.", ScalarShapes.duration())
                .key("lose", "The share of the engagement that is lost each time.", ScalarShapes.share())
                .key("every", "The time between two losses.", ScalarShapes.duration())
                .needs("after", "lose", "every");
    }

    static Shape score() {
        return Shape.mapping()
                .key(
                        "zero",
                        "The points that make a score of 0.",
                        ScalarShapes.points().usually(0))
                .key(
                        "full",
                        "The points that make a score of 100.",
                        ScalarShapes.points().usually(100))
                .key(
                        "min",
                        "The lowest score there is.",
                        ScalarShapes.number()
                                .between(-ScaleReader.FURTHEST, ScaleReader.FURTHEST)
                                .usually(0))
                .key(
                        "max",
                        "The highest score there is.",
                        ScalarShapes.number()
                                .between(-ScaleReader.FURTHEST, ScaleReader.FURTHEST)
                                .usually(100))
                .key(
                        "decimals",
                        "Decimals of the score.",
                        ScalarShapes.whole(0, 6).usually(0));
    }

    static Shape buckets() {
        return Shape.listOf(Shape.mapping()
                .key("name", "What the bucket is called.", ScalarShapes.text())
                .key("from", "The lowest score in it.", ScalarShapes.number())
                .needs("name", "from"));
    }

    static Shape disqualify() {
        return Shape.listOf(Shape.mapping()
                .key("name", "The name that the reasons show.", ScalarShapes.text())
                .key("when", "A condition on the contact's columns.", named(SchemaConditions.WHEN))
                .key("did", "The events: a name, several names, or a condition.", named(SchemaConditions.DID))
                .key("count", "The occurrences to count; events, unless given.", named(SchemaConditions.COUNT))
                .key(
                        "times",
                        "The number of times that it must have happened; one is enough, unless given.",
                        named(SchemaConditions.TIMES))
                .key("within", "The time before the scoring in which events count.", ScalarShapes.duration())
                .needs("name")
                .inOneForm(Shape.Form.of("when"), Shape.Form.of("did").with("count", "times", "within")));
    }

    static Shape report() {
        return Shape.mapping()
                .key("columns", "Columns of the contacts that the reports carry along.", ScalarShapes.texts())
                .key(
                        "language",
                        "The language of the pages and of the lists for those who call.",
                        oneOf(Report.LANGUAGES).usually(Report.NONE.language()))
                .key("title", "The title of the pages.", ScalarShapes.text())
                .key(
                        "headings",
                        "Headings of columns of the reports, by the names that the columns have without them.",
                        Shape.mappingTo(ScalarShapes.text()).notEmpty())
                .notEmpty();
    }

    private static Shape explicitRule() {
        return bounded()
                .key("when", "A condition on the contact's columns.", named(SchemaConditions.WHEN))
                .key("points", "The points, given when the condition holds.", ScalarShapes.points())
                .key("field", "The column whose value decides.", ScalarShapes.text())
                .key("tiers", "Tests of the field; the first that holds gives its points.", Shape.listOf(tier()))
                .key(
                        "values",
                        "Points of each value; \"\" is the empty field.",
                        Shape.of("object").notEmpty().others(ScalarShapes.points()))
                .key(
                        "otherwise",
                        "The points of values that are not in the table.",
                        ScalarShapes.points().usually(0))
                .key(
                        "learn",
                        "Leaves the table to calibrate, which writes it here.",
                        oneOf(ExplicitRulesReader.LEARNED.keySet()))
                .inOneForm(
                        Shape.Form.of("when", "points"),
                        Shape.Form.of("field", "values").with("otherwise"),
                        Shape.Form.of("field", "tiers"),
                        Shape.Form.of("field", "learn"));
    }

    private static Shape learnAll() {
        return Shape.mapping()
                .key(
                        "learn",
                        "Asks for a table of each column of the contacts; calibrate writes them here.",
                        oneOf(List.of(ExplicitRulesReader.ALL)))
                .key("but", "Columns that are left out.", ScalarShapes.texts())
                .needs("learn");
    }

    private static Shape tier() {
        return SchemaConditions.withOperators(Shape.mapping())
                .key("points", "The points, given when the tests hold.", ScalarShapes.points())
                .needs("points")
                .needsOneOf(Operator.words());
    }

    private static Shape implicitRule() {
        return bounded()
                .key("did", "The events: a name, several names, or a condition.", named(SchemaConditions.DID))
                .key("points", "The points of each occurrence; with times, given once.", ScalarShapes.points())
                .key("count", "The occurrences to count; events, unless given.", named(SchemaConditions.COUNT))
                .key(
                        "times",
                        "A test of the count; if it holds, the points are given once.",
                        named(SchemaConditions.TIMES))
                .key(
                        "tiers",
                        "Tests of the count or rate; the first that holds gives its points.",
                        named(SchemaConditions.TIERS))
                .key("sum", "A numeric column of the events, to be added up.", ScalarShapes.text())
                .key(
                        "per",
                        "The amount of the sum for which the points are given.",
                        ScalarShapes.number().above(0))
                .key("rate", "The number of some events divided by the number of others.", rate())
                .key(
                        "limit",
                        "The most occurrences that count; the newest count.",
                        ScalarShapes.whole(1, Integer.MAX_VALUE))
                .key("within", "The time before the scoring in which events count.", ScalarShapes.duration())
                .key("decay", "How the points fade with time.", named(SchemaConditions.DECAY))
                .key(
                        "activity",
                        "false if the events are not the lead's doing, such as mail that was sent to it.",
                        ScalarShapes.truth())
                .inOneForm(
                        Shape.Form.of("did", "points").with("count", "limit", "decay"),
                        Shape.Form.of("did", "times", "points").with("count", "decay"),
                        Shape.Form.of("did", "tiers").with("count", "decay"),
                        Shape.Form.of("did", "sum", "per", "points").with("limit"),
                        Shape.Form.of("did", "sum", "per", "times", "points"),
                        Shape.Form.of("did", "sum", "per", "tiers"),
                        Shape.Form.of("rate", "times", "points").with("count"),
                        Shape.Form.of("rate", "tiers").with("count"));
    }

    private static Shape rate() {
        return Shape.mapping()
                .key("of", "The events that are wanted.", named(SchemaConditions.DID))
                .key("over", "The events that they are measured by.", named(SchemaConditions.DID))
                .key(
                        "from-events",
                        "The fewest events of over that are needed; with count, different values of them.",
                        ScalarShapes.whole(1, Integer.MAX_VALUE).usually(1))
                .needs("of", "over");
    }

    /** The keys that rules of both kinds have. */
    private static Shape bounded() {
        return Shape.mapping()
                .key("name", "What the rule is called, in reasons too.", ScalarShapes.text())
                .key("group", "The group that it belongs to, one of those under groups.", ScalarShapes.text())
                .key("min", "The least it can give.", ScalarShapes.points())
                .key("max", "The most it can give.", ScalarShapes.points())
                .needs("name");
    }
}
