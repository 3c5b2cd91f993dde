package org.leadscore.rules.schema;

import static org.leadscore.rules.grammar.Shape.either;
import static org.leadscore.rules.grammar.Shape.named;
import static org.leadscore.rules.grammar.Shape.oneOf;

import org.leadscore.rules.grammar.ScalarShapes;
import org.leadscore.rules.grammar.Shape;
import org.leadscore.rules.read.AccountsReader;

/** The shapes of the keys about what happens after the score. */
final class SchemaFollowUp {

    private SchemaFollowUp() {}

    static Shape interests() {
        Shape rule = Shape.mapping()
                .key("did", "The events: a name, several names, or a condition.", named(SchemaConditions.DID))
                .key("points", "The points of each occurrence.", ScalarShapes.points())
                .key("count", "The occurrences to count; events, unless given.", named(SchemaConditions.COUNT))
                .key(
                        "limit",
                        "The most occurrences that count; the newest count.",
                        ScalarShapes.whole(1, Integer.MAX_VALUE))
                .key("within", "The time before the scoring in which events count.", ScalarShapes.duration())
                .key("decay", "How the points fade with time.", named(SchemaConditions.DECAY))
                .needs("did", "points");
        return Shape.listOf(Shape.mapping()
                .key("name", "The name of the interest: a product or topic.", ScalarShapes.text())
                .key(
                        "from",
                        "The fewest points that make an interest.",
                        ScalarShapes.points().above(0))
                .key("rules", "Its rules, which give points for events.", Shape.listOf(rule))
                .needs("name", "rules"));
    }

    static Shape acquisition() {
        return Shape.mapping()
                .key("field", "The contact column that says how the lead came.", ScalarShapes.text())
                .key("first", "A column of the lead's first event.", ScalarShapes.text())
                .key("last", "A column of its last event.", ScalarShapes.text())
                .key("when", "The condition on these events.", SchemaConditions.did())
                .inOneForm(
                        Shape.Form.of("field"),
                        Shape.Form.of("first").with("when"),
                        Shape.Form.of("last").with("when"));
    }

    static Shape stages() {
        return Shape.listOf(Shape.mapping()
                .key("name", "What the stage is called.", ScalarShapes.text())
                .key(
                        "when",
                        "The condition for leads of this stage; without it, all other leads.",
                        named(SchemaConditions.LEAD))
                .needs("name"));
    }

    static Shape grades() {
        Shape axis = Shape.of("object").notEmpty().others(ScalarShapes.points());
        return Shape.mapping()
                .key("fit", "The fewest points for each grade, highest first.", axis)
                .key("engagement", "The fewest points for each grade, highest first.", axis)
                .needs("fit", "engagement");
    }

    static Shape segments() {
        return Shape.listOf(Shape.mapping()
                .key("name", "What the segment is called, and its file.", ScalarShapes.text())
                .key("when", "Which leads are in it.", named(SchemaConditions.LEAD))
                .needs("name", "when"));
    }

    static Shape handOff() {
        Shape assignee = Shape.mapping()
                .key("to", "The person or team that gets the leads.", ScalarShapes.text())
                .key("when", "Which leads; without it, all.", named(SchemaConditions.LEAD))
                .key("capacity", "The most leads in a run.", capacity())
                .needs("to");
        return Shape.mapping()
                .key("when", "Which leads go to sales.", named(SchemaConditions.LEAD))
                .key("capacity", "The most leads in a run; the best go first.", capacity())
                .key("again-after", "The time until the same lead may be handed over again.", ScalarShapes.duration())
                .key("assign", "To whom; the first whose condition holds and who has room.", Shape.listOf(assignee))
                .needs("when");
    }

    static Shape actions() {
        return Shape.listOf(Shape.mapping()
                .key("name", "What the action is called, and its file.", ScalarShapes.text())
                .key(
                        "when",
                        "The condition for leads that get it; without it, all leads.",
                        named(SchemaConditions.LEAD))
                .key("campaign", "The campaign, as the file is to say it.", ScalarShapes.text())
                .key("offer", "The offer, as the file is to say it.", ScalarShapes.text())
                .key("again-after", "The time until the same lead may get it again.", ScalarShapes.duration())
                .key("also", "true: beside others, and not in their place.", ScalarShapes.truth())
                .needs("name"));
    }

    static Shape accounts() {
        return Shape.mapping()
                .key(
                        "by",
                        "The contact column that names the company, or domain: that of the address.",
                        ScalarShapes.textOr("object")
                                .closed()
                                .key("domain", "The column that has the address.", ScalarShapes.text())
                                .needs("domain"))
                .key(
                        "combine",
                        "The way from the scores of its leads to one score.",
                        either(
                                oneOf(AccountsReader.WORDS.keySet()),
                                Shape.mapping()
                                        .key(
                                                "top",
                                                "The number of best scores that are added up.",
                                                ScalarShapes.whole(1, Integer.MAX_VALUE))
                                        .needs("top")))
                .key("columns", "Contact columns that the report carries along.", ScalarShapes.texts())
                .needs("by");
    }

    static Shape ledger() {
        return Shape.mapping()
                .key("keep", "The time for which the ledger keeps an entry.", ScalarShapes.duration())
                .needs("keep");
    }

    private static Shape capacity() {
        return ScalarShapes.whole(0, Integer.MAX_VALUE);
    }
}
