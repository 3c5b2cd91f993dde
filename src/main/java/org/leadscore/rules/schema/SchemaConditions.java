package org.leadscore.rules.schema;

import static org.leadscore.rules.grammar.Shape.named;
import static org.leadscore.rules.grammar.Shape.oneOf;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.leadscore.kind.TextKinds;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.grammar.ScalarShapes;
import org.leadscore.rules.grammar.Shape;
import org.leadscore.rules.read.CountReader;
import org.leadscore.rules.read.LeadTestReader;
import org.leadscore.rules.read.Ranges;
import org.leadscore.rules.read.TestReader;

/** The shapes of conditions, counts and decays. */
final class SchemaConditions {

    static final String WHEN = "condition";
    static final String DID = "did";
    static final String EVENT = "event-condition";
    static final String LEAD = "lead-condition";
    static final String TEST = "test";
    static final String DEFINITION = "definition";
    static final String COUNT = "count";
    static final String TIMES = "times";
    static final String TIERS = "tiers-of-counts";
    static final String DECAY = "decay";

    private static final String DOMAIN = "^\\s*[@.]?[^\\s/@*:?#]+\\s*$";

    private static final Map<LeadValue, String> ASKED = Map.of(
            LeadValue.SCORE, "The score, as reported.",
            LeadValue.FIT, "The points of the explicit rules.",
            LeadValue.ENGAGEMENT, "The points of the implicit rules.",
            LeadValue.IDLE_DAYS, "Whole days since the lead's last event that a rule matched.",
            LeadValue.BUCKET, "The name of its bucket.",
            LeadValue.STATUS, "scored, no-data or disqualified.",
            LeadValue.RULES, "Names of rules that gave it points.",
            LeadValue.INTEREST, "Its strongest interest.",
            LeadValue.STAGE, "Its stage of the buying cycle.",
            LeadValue.SOURCE, "How it came.");

    private SchemaConditions() {}

    static void define(Map<String, Shape> definitions) {
        definitions.put(WHEN, condition(WHEN).never("did", "when"));
        definitions.put(EVENT, ofEvent());
        definitions.put(DID, did());
        definitions.put(LEAD, ofLead());
        definitions.put(DEFINITION, definition());
        definitions.put(TEST, test());
        definitions.put(COUNT, count());
        definitions.put(TIMES, times());
        definitions.put(TIERS, Shape.listOf(tier()));
        definitions.put(DECAY, decay());
    }

    /** The keys that conditions of every sort have, and a test for each other key. */
    private static Shape condition(String sort) {
        return Shape.of("object")
                .notEmpty()
                .key("all", "Holds when each of these does.", Shape.listOf(named(sort)))
                .key("any", "Holds when one of these does.", Shape.listOf(named(sort)))
                .key("not", "Holds when this does not.", named(sort))
                .key("is", "The name of a condition under definitions.", ScalarShapes.text())
                .key("filled", "The number of columns that are not blank.", filled())
                .named()
                .others(named(TEST));
    }

    private static Shape ofEvent() {
        return condition(EVENT)
                .key("event", "The event's name.", named(TEST))
                .key("log", "The name of the log that has the event.", named(TEST))
                .never("did", "when");
    }

    private static Shape did() {
        return Shape.either(ScalarShapes.texts(), named(EVENT));
    }

    private static Shape ofLead() {
        Shape shape = condition(LEAD);
        for (LeadValue value : LeadValue.values()) {
            shape.key(value.word(), ASKED.getOrDefault(value, ""), asked(value));
        }
        return shape.key("did", "The events: a name, several names, or a condition.", named(DID))
                .key("count", "The occurrences to count; events, unless given.", named(COUNT))
                .key(
                        "times",
                        "The number of times that it must have happened; one is enough, unless given.",
                        named(TIMES))
                .key("within", "The time before the scoring in which events count.", ScalarShapes.duration())
                .goesWith("count", "did")
                .goesWith("times", "did")
                .goesWith("within", "did")
                .never("when");
    }

    private static Shape asked(LeadValue value) {
        if (value.isNumber()) {
            Shape shape = ScalarShapes.numberOr("array", "object").items(ScalarShapes.number());
            return operators(
                    shape, value == LeadValue.IDLE_DAYS ? LeadTestReader.OF_DAYS : LeadTestReader.OF_NUMBERS, true);
        }
        if (value == LeadValue.SOURCE) {
            return named(TEST);
        }
        List<String> known = value == LeadValue.RULES ? LeadTestReader.OF_RULES : LeadTestReader.OF_NAMES;
        String[] others = TestReader.OPERATORS.stream()
                .filter(operator -> !known.contains(operator))
                .toArray(String[]::new);
        return operators(ScalarShapes.textOr("array", "object").items(ScalarShapes.text()), known, false)
                .never(others);
    }

    /** A definition, whose subject is that of whatever names it. */
    private static Shape definition() {
        return Shape.either(named(EVENT), named(LEAD));
    }

    private static Shape filled() {
        return Shape.mapping()
                .key("of", "The columns to count.", ScalarShapes.texts())
                .key("at-least", "At least this many columns.", ScalarShapes.whole(0, Integer.MAX_VALUE))
                .key("at-most", "At most this many columns.", ScalarShapes.whole(0, Integer.MAX_VALUE))
                .needs("of")
                .needsOneOf(List.of("at-least", "at-most"));
    }

    private static Shape test() {
        return operators(
                ScalarShapes.textOr("array", "object").items(ScalarShapes.text()), TestReader.OPERATORS, false);
    }

    /** Adds operators to a shape in which they may stand in place of a value. */
    private static Shape operators(Shape shape, Collection<String> known, boolean ofNumbers) {
        shape.notEmpty().closed();
        known.forEach(operator -> operator(shape, operator, ofNumbers));
        return withoutClashes(shape, known);
    }

    /** Adds the operators as keys of a mapping that has others too. */
    static Shape withOperators(Shape mapping) {
        TestReader.OPERATORS.forEach(operator -> operator(mapping, operator, false));
        return withoutClashes(mapping, TestReader.OPERATORS);
    }

    private static Shape withoutClashes(Shape shape, Collection<String> known) {
        return known.containsAll(Ranges.BOUNDS)
                ? shape.excludes("at-least", "above").excludes("at-most", "below")
                : shape;
    }

    private static void operator(Shape shape, String operator, boolean ofNumbers) {
        switch (operator) {
            case "in" ->
                shape.key(
                        operator,
                        "Is one of these.",
                        ofNumbers ? ScalarShapes.numberOr("array").items(ScalarShapes.number()) : ScalarShapes.texts());
            case "not-in" -> shape.key(operator, "Is there and none of these.", ScalarShapes.texts());
            case "not" -> shape.key(operator, "Is there and something else.", ScalarShapes.text());
            case "contains" -> shape.key(operator, "Has this text in it, or one of these.", ScalarShapes.texts());
            case "starts-with" -> shape.key(operator, "Begins with this text, or one of these.", ScalarShapes.texts());
            case "ends-with" -> shape.key(operator, "Ends with this text, or one of these.", ScalarShapes.texts());
            case "matches" ->
                shape.key(
                        operator,
                        "An RE2 regular expression finds a part of it; case counts unless it begins with (?i).",
                        ScalarShapes.text());
            case "at-least" -> shape.key(operator, "Is this number or more.", ScalarShapes.number());
            case "at-most" -> shape.key(operator, "Is this number or less.", ScalarShapes.number());
            case "above" -> shape.key(operator, "Is more than this number.", ScalarShapes.number());
            case "below" -> shape.key(operator, "Is less than this number.", ScalarShapes.number());
            case "before" ->
                shape.key(
                        operator,
                        "Is earlier than this date; a duration counts back from the scoring.",
                        ScalarShapes.bound());
            case "after" ->
                shape.key(
                        operator,
                        "Is later than this date; a duration counts back from the scoring.",
                        ScalarShapes.bound());
            case "present" ->
                shape.key(operator, "true: is there and not blank; false: is absent or blank.", ScalarShapes.truth());
            case "domain" ->
                shape.key(
                        operator,
                        "An e-mail address or URL at this domain, or below it.",
                        ScalarShapes.textOr("array")
                                .pattern(DOMAIN)
                                .items(ScalarShapes.scalar().pattern(DOMAIN)));
            case "kind" -> shape.key(operator, "A kind of text that is known by name.", oneOf(TextKinds.names()));
            default -> throw new IllegalStateException("the schema has nothing to say of the operator " + operator);
        }
    }

    private static Shape count() {
        return Shape.either(
                oneOf(CountReader.WORDS.keySet()),
                Shape.mapping()
                        .key("distinct", "A column: each of its values counts once.", ScalarShapes.text())
                        .needs("distinct"));
    }

    private static Shape times() {
        return withBounds(Shape.mapping(), "The count.");
    }

    private static Shape tier() {
        return withBounds(Shape.mapping(), "The count or rate.")
                .key("points", "The points, given once.", ScalarShapes.points())
                .needs("points");
    }

    private static Shape withBounds(Shape mapping, String what) {
        return mapping.key("at-least", what + " This or more.", ScalarShapes.number())
                .key("at-most", what + " This or less.", ScalarShapes.number())
                .key("exactly", what + " Neither more nor less.", ScalarShapes.number())
                .key("above", what + " More than this.", ScalarShapes.number())
                .key("below", what + " Less than this.", ScalarShapes.number())
                .key("within", "The time before the scoring in which events count here.", ScalarShapes.duration())
                .excludes("at-least", "above")
                .excludes("at-most", "below")
                .excludes("exactly", Ranges.BOUNDS.toArray(String[]::new))
                .needsOneOf(Ranges.OF_COUNTS);
    }

    private static Shape decay() {
        return Shape.mapping()
                .key("half-life", "The time in which half of the points go.", ScalarShapes.duration())
                .key("linear", "The time in which all of them go, evenly.", ScalarShapes.duration())
                .key("step", "The share of the points that is lost at each step.", ScalarShapes.share())
                .key("every", "The time between two steps.", ScalarShapes.duration())
                .inOneForm(Shape.Form.of("half-life"), Shape.Form.of("linear"), Shape.Form.of("step", "every"));
    }
}
