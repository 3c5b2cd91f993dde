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
                .key(
                        "did",
                        "What the lead did: the name of an event, several, or a condition.",
                        named(SchemaConditions.DID))
                .key("points", "What each occurrence gives.", ScalarShapes.points())
                .key("count", "What is counted; events, unless given.", named(SchemaConditions.COUNT))
                .key("limit", "Only so many, the newest, count.", ScalarShapes.whole(1, Integer.MAX_VALUE))
                .key("within", "How far back events count.", ScalarShapes.duration())
                .key("decay", "How the points fade with time.", named(SchemaConditions.DECAY))
                .needs("did", "points");
        return Shape.listOf(Shape.mapping()
                .key("name", "What leads may lean to.", ScalarShapes.text())
                .key(
                        "from",
                        "The fewest points that make an interest.",
                        ScalarShapes.points().above(0))
                .key("rules", "What counts for it.", Shape.listOf(rule))
                .needs("name", "rules"));
    }

    static Shape acquisition() {
        return Shape.mapping()
                .key("field", "The contact column that says how the lead came.", ScalarShapes.text())
                .key("first", "A column of the lead's first event.", ScalarShapes.text())
                .key("last", "A column of its last event.", ScalarShapes.text())
                .alone();
    }

    static Shape stages() {
        return Shape.listOf(Shape.mapping()
                .key("name", "What the stage is called.", ScalarShapes.text())
                .key("when", "Which leads are in it; without it, all that are left.", named(SchemaConditions.LEAD))
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
                .key("to", "Who gets the leads.", ScalarShapes.text())
                .key("when", "Which leads; without it, all.", named(SchemaConditions.LEAD))
                .key("capacity", "How many in a run.", capacity())
                .needs("to");
        return Shape.mapping()
                .key("when", "Which leads go to sales.", named(SchemaConditions.LEAD))
                .key("capacity", "How many in a run, the best first.", capacity())
                .key("again-after", "How long until the same lead may go again.", ScalarShapes.duration())
                .key("assign", "To whom; the first whose condition holds and who has room.", Shape.listOf(assignee))
                .needs("when");
    }

    static Shape actions() {
        return Shape.listOf(Shape.mapping()
                .key("name", "What the action is called, and its file.", ScalarShapes.text())
                .key("when", "Which leads get it; without it, all that are left.", named(SchemaConditions.LEAD))
                .key("campaign", "The campaign, as the file is to say it.", ScalarShapes.text())
                .key("offer", "The offer, as the file is to say it.", ScalarShapes.text())
                .key("again-after", "How long until the same lead may get it again.", ScalarShapes.duration())
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
                        "How the scores of its people make one.",
                        either(
                                oneOf(AccountsReader.WORDS.keySet()),
                                Shape.mapping()
                                        .key(
                                                "top",
                                                "So many, the best, are added up.",
                                                ScalarShapes.whole(1, Integer.MAX_VALUE))
                                        .needs("top")))
                .key("columns", "Contact columns that the report carries along.", ScalarShapes.texts())
                .needs("by");
    }

    private static Shape capacity() {
        return ScalarShapes.whole(0, Integer.MAX_VALUE);
    }
}
