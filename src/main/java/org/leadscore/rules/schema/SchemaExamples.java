package org.leadscore.rules.schema;

import org.leadscore.rules.Expectation.Figure;
import org.leadscore.rules.grammar.ScalarShapes;
import org.leadscore.rules.grammar.Shape;
import org.leadscore.rules.read.ExamplesReader;
import org.leadscore.rules.read.Operator;
import org.leadscore.rules.read.Ranges;

/** The shapes of examples, the key {@code tests}. */
final class SchemaExamples {

    private SchemaExamples() {}

    static Shape tests() {
        return Shape.listOf(Shape.mapping()
                .key("name", "What the example shows.", ScalarShapes.text())
                .key("lead", "The contact, column by column.", columns())
                .key("events", "Its events.", Shape.listOf(event()))
                .key(
                        "customer",
                        "true: the lead has become a customer, as sources: outcomes would say.",
                        ScalarShapes.truth())
                .key("as-of", "The moment of scoring.", ScalarShapes.moment())
                .key("expect", "The expected results.", expect())
                .needs("name", "expect"));
    }

    private static Shape columns() {
        return Shape.of("object").others(ScalarShapes.scalar());
    }

    private static Shape event() {
        return columns()
                .key("event", "Its name.", ScalarShapes.text())
                .key("log", "The log that it is in; told from its name, unless given.", ScalarShapes.text())
                .key("age", "The time between the event and the scoring.", ScalarShapes.age())
                .key("time", "When it was; goes with the example's as-of.", ScalarShapes.moment())
                .key(
                        "repeat",
                        "The number of such events.",
                        ScalarShapes.whole(1, ExamplesReader.MOST_REPEATED).usually(1))
                .inOneForm(Shape.Form.of("age"), Shape.Form.of("time"));
    }

    private static Shape expect() {
        Shape expect = Shape.mapping().notEmpty();
        for (Figure figure : Figure.values()) {
            expect.key(figure.word(), figure.meaning(), expected(figure));
        }
        return expect;
    }

    private static Shape expected(Figure figure) {
        return switch (figure) {
            case SCORE, FIT, ENGAGEMENT, POINTS -> amount();
            case RULES -> Shape.of("object").others(amount());
            case BUCKET, STATUS, GRADE, STAGE, INTEREST, SOURCE, SEGMENTS, HAND_OFF, ACTION ->
                names("array", "object")
                        .items(ScalarShapes.scalar())
                        .closed()
                        .key(
                                "not",
                                "Names that must not come out.",
                                names("array").items(ScalarShapes.scalar()));
        };
    }

    /** A name, which may be blank: that stands for having none. */
    private static Shape names(String... types) {
        return ScalarShapes.scalarOr(types);
    }

    private static Shape amount() {
        Shape amount = ScalarShapes.numberOr("object").closed().notEmpty();
        Ranges.BOUNDS.forEach(bound -> amount.key(bound, "A bound of the number.", ScalarShapes.number()));
        return SchemaConditions.withoutClashes(amount, Operator.bounds());
    }
}
