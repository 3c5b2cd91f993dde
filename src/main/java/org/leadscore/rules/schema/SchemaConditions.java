package org.leadscore.rules.schema;

import static org.leadscore.rules.grammar.Shape.named;
import static org.leadscore.rules.grammar.Shape.oneOf;
import static org.leadscore.rules.read.ConditionReader.AT_LEAST;
import static org.leadscore.rules.read.ConditionReader.AT_MOST;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.LeadValue;
import org.leadscore.rules.grammar.ScalarShapes;
import org.leadscore.rules.grammar.Shape;
import org.leadscore.rules.read.ConditionWord;
import org.leadscore.rules.read.CountReader;
import org.leadscore.rules.read.DecayReader;
import org.leadscore.rules.read.Operator;
import org.leadscore.rules.read.Ranges;
import org.leadscore.rules.rule.Decay;

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

    private SchemaConditions() {}

    static void define(Map<String, Shape> definitions) {
        definitions.put(WHEN, condition(WHEN).never(ConditionWord.DID.word(), ConditionWord.WHEN.word()));
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
        Shape shape = Shape.of("object").notEmpty();
        for (ConditionWord word : ConditionWord.values()) {
            shape = combined(shape, word, sort);
        }
        return shape.named().others(named(TEST));
    }

    private static Shape combined(Shape shape, ConditionWord word, String sort) {
        String key = word.word();
        return switch (word) {
            case ALL -> shape.key(key, "Holds when each of these does.", Shape.listOf(named(sort)));
            case ANY -> shape.key(key, "Holds when one of these does.", Shape.listOf(named(sort)));
            case NOT -> shape.key(key, "Holds when this does not.", named(sort));
            case IS -> shape.key(key, "The name of a condition under definitions.", ScalarShapes.text());
            case FILLED -> shape.key(key, "The number of columns that are not blank.", filled());
            case DID, WHEN, EVENT, LOG, COUNT, TIMES, WITHIN -> shape; // not in conditions of every sort
        };
    }

    private static Shape ofEvent() {
        return condition(EVENT)
                .key(ConditionWord.EVENT.word(), "The event's name.", named(TEST))
                .key(ConditionWord.LOG.word(), "The name of the log that has the event.", named(TEST))
                .never(ConditionWord.DID.word(), ConditionWord.WHEN.word());
    }

    static Shape did() {
        return Shape.either(ScalarShapes.texts(), named(EVENT));
    }

    private static Shape ofLead() {
        Shape shape = condition(LEAD);
        for (LeadValue value : LeadValue.values()) {
            shape.key(value.word(), value.meaning(), asked(value));
        }
        String did = ConditionWord.DID.word();
        String count = ConditionWord.COUNT.word();
        String times = ConditionWord.TIMES.word();
        String within = ConditionWord.WITHIN.word();
        return shape.key(did, "The events: a name, several names, or a condition.", named(DID))
                .key(count, "The occurrences to count; events, unless given.", named(COUNT))
                .key(
                        times,
                        "The number of times that it must have happened; one is enough, unless given.",
                        named(TIMES))
                .key(within, "The time before the scoring in which events count.", ScalarShapes.duration())
                .goesWith(count, did)
                .goesWith(times, did)
                .goesWith(within, did)
                .never(ConditionWord.WHEN.word());
    }

    private static Shape asked(LeadValue value) {
        List<Operator> known = Operator.askedOf(value.sort());
        return switch (value.sort()) {
            case NUMBER, AGE ->
                operators(ScalarShapes.numberOr("array", "object").items(ScalarShapes.number()), known, true);
            case NAME, NAMES -> {
                String[] others = Operator.words().stream()
                        .filter(word -> !Operator.words(known).contains(word))
                        .toArray(String[]::new);
                yield operators(ofTexts(), known, false).never(others);
            }
            case TEXT -> named(TEST);
        };
    }

    private static Shape ofTexts() {
        return ScalarShapes.textOr("array", "object").items(ScalarShapes.text());
    }

    /** A definition, whose subject is that of whatever names it. */
    private static Shape definition() {
        return Shape.either(named(EVENT), named(LEAD));
    }

    private static Shape filled() {
        return Shape.mapping()
                .key("of", "The columns to count.", ScalarShapes.texts())
                .key(AT_LEAST, "At least this many columns.", ScalarShapes.whole(0, Integer.MAX_VALUE))
                .key(AT_MOST, "At most this many columns.", ScalarShapes.whole(0, Integer.MAX_VALUE))
                .needs("of")
                .needsOneOf(List.of(AT_LEAST, AT_MOST));
    }

    private static Shape test() {
        return operators(ofTexts(), List.of(Operator.values()), false);
    }

    /** Adds operators that may stand in the place of a value. */
    private static Shape operators(Shape shape, List<Operator> known, boolean ofNumbers) {
        return withOperators(shape.notEmpty().closed(), known, ofNumbers);
    }

    /** Adds all operators as keys of a mapping that has others too. */
    static Shape withOperators(Shape mapping) {
        return withOperators(mapping, List.of(Operator.values()), false);
    }

    /** Adds the operators as keys of a mapping that has others too. */
    private static Shape withOperators(Shape mapping, List<Operator> known, boolean ofNumbers) {
        for (Operator operator : known) {
            mapping.key(operator.word(), operator.meaning(), operator.operand().shape(ofNumbers));
        }
        return withoutClashes(mapping, known);
    }

    /** Refuses two bounds of the same side. */
    static Shape withoutClashes(Shape mapping, List<Operator> known) {
        for (Operator operator : known) {
            Operator.words(operator.clashing()).forEach(other -> mapping.excludes(operator.word(), other));
        }
        return mapping;
    }

    private static Shape count() {
        Shape inBraces = Shape.mapping();
        for (Count.Kind kind : Count.Kind.values()) {
            inBraces = countInBraces(inBraces, kind);
        }
        return Shape.either(oneOf(CountReader.WORDS.keySet()), inBraces);
    }

    private static Shape countInBraces(Shape shape, Count.Kind kind) {
        return switch (kind) {
            case DISTINCT ->
                shape.key(kind.word(), "A column: each of its values counts once.", ScalarShapes.text())
                        .needs(kind.word());
            case EVENTS, DAYS, VISITS -> shape; // which are words
        };
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
        for (String word : Ranges.OF_COUNTS) {
            Operator.Bound bound = Operator.named(word).map(Operator::bound).orElse(null);
            String meaning = bound == null ? "Neither more nor less." : bound.ofCounts();
            mapping.key(word, what + " " + meaning, ScalarShapes.number());
        }
        mapping.key("within", "The time before the scoring in which events count here.", ScalarShapes.duration());
        return withoutClashes(mapping, Operator.bounds())
                .excludes(Ranges.EXACTLY, Ranges.BOUNDS.toArray(String[]::new))
                .needsOneOf(Ranges.OF_COUNTS);
    }

    private static Shape decay() {
        Shape shape = Shape.mapping();
        for (Decay.Form form : Decay.Form.values()) {
            shape = decay(shape, form);
        }
        return shape.inOneForm(Stream.of(Decay.Form.values())
                .map(form -> Shape.Form.of(DecayReader.keys(form).toArray(String[]::new)))
                .toArray(Shape.Form[]::new));
    }

    private static Shape decay(Shape shape, Decay.Form form) {
        String key = form.word();
        return switch (form) {
            case HALF_LIFE -> shape.key(key, "The time in which half of the points go.", ScalarShapes.duration());
            case LINEAR -> shape.key(key, "The time in which all of them go, evenly.", ScalarShapes.duration());
            case STEP ->
                shape.key(key, "The share of the points that is lost at each step.", ScalarShapes.share())
                        .key(DecayReader.EVERY, "The time between two steps.", ScalarShapes.duration());
        };
    }
}
