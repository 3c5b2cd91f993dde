package org.leadscore.rules;

import java.util.Map;
import org.leadscore.rules.Expectation.Figure;

/** The shapes of examples, those under {@code tests}. */
final class SchemaExamples {

    private static final Map<Figure, String> FIGURES = Map.ofEntries(
            Map.entry(Figure.SCORE, "The score."),
            Map.entry(Figure.FIT, "The points of the explicit rules."),
            Map.entry(Figure.ENGAGEMENT, "The points of the implicit rules."),
            Map.entry(Figure.POINTS, "Fit and engagement together."),
            Map.entry(Figure.RULES, "The points of single rules."),
            Map.entry(Figure.BUCKET, "The bucket."),
            Map.entry(Figure.STATUS, "scored, no-data or disqualified."),
            Map.entry(Figure.GRADE, "The grade, such as A1."),
            Map.entry(Figure.STAGE, "The stage."),
            Map.entry(Figure.INTEREST, "The interest."),
            Map.entry(Figure.SOURCE, "How the lead came."),
            Map.entry(Figure.SEGMENTS, "Segments that it is in; of several, all."),
            Map.entry(Figure.HAND_OFF, "What the report says, such as \"yes\"."),
            Map.entry(Figure.ACTION, "Actions that it gets; of several, all."));

    private SchemaExamples() {}

    static Shape tests() {
        return Shape.listOf(Shape.mapping()
                .key("name", "What the example shows.", SchemaValues.text())
                .key("lead", "The contact, column by column.", columns())
                .key("events", "Its events.", Shape.listOf(event()))
                .key("as-of", "The moment of scoring.", SchemaValues.moment())
                .key("expect", "The expected results.", expect())
                .needs("name", "expect"));
    }

    private static Shape columns() {
        return Shape.of("object").others(SchemaValues.scalar());
    }

    private static Shape event() {
        return columns()
                .key("event", "Its name.", SchemaValues.text())
                .key("log", "The log that it is in; told from its name, unless given.", SchemaValues.text())
                .key("age", "The time between the event and the scoring.", SchemaValues.age())
                .key("time", "When it was; goes with the example's as-of.", SchemaValues.moment())
                .key(
                        "repeat",
                        "The number of such events.",
                        SchemaValues.whole(1, ExamplesReader.MOST_REPEATED).usually(1))
                .inOneForm(Shape.Form.of("age"), Shape.Form.of("time"));
    }

    private static Shape expect() {
        Shape expect = Shape.mapping().notEmpty();
        for (Figure figure : Figure.values()) {
            expect.key(figure.word(), FIGURES.getOrDefault(figure, ""), expected(figure));
        }
        return expect;
    }

    private static Shape expected(Figure figure) {
        return switch (figure) {
            case SCORE, FIT, ENGAGEMENT, POINTS -> amount();
            case RULES -> Shape.of("object").others(amount());
            default ->
                names("array", "object")
                        .items(SchemaValues.scalar())
                        .closed()
                        .key(
                                "not",
                                "Names that must not come out.",
                                names("array").items(SchemaValues.scalar()));
        };
    }

    /** Blank is the name of nothing. */
    private static Shape names(String... types) {
        return SchemaValues.scalarOr(types);
    }

    private static Shape amount() {
        Shape amount = SchemaValues.numberOr("object").closed().notEmpty();
        Ranges.BOUNDS.forEach(bound -> amount.key(bound, "A bound of the number.", SchemaValues.number()));
        return amount.excludes("at-least", "above").excludes("at-most", "below");
    }
}
