package org.leadscore.rules.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Test;

/**
 * Knows the names of events that the sender of mail or a machine does, not the lead: mail that is sent, delivered, bounced or
 * dropped. The reader of rules warns of them, and drafts and proposals make no sign of life of them.
 */
public final class OwnMailing {

    /** The words of such a name, which may be written in one with the word for what is sent. */
    private static final Pattern OURS = word(
            "(?:e?mails?|newsletters?|campaigns?|messages?|sms)?(?:sent|delivered|delivery|processed|queued|deferred"
                    + "|dropped)|^send$|send e?mails?|(?:e?mails? ?)?(?:hard|soft)?bounce[ds]?|undeliver(?:ed|able)");

    /** Words for what a lead sends. */
    private static final Pattern THEIRS =
            word("forms?|[ie]nquir(?:y|ies)|requests?|applications?|feedback|surveys?|reviews?");

    private OwnMailing() {}

    /** True when an event of that name is the sender's doing. */
    public static boolean isNamed(String event) {
        String words = event.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").replaceAll("[^\\p{L}\\p{N}]+", " ");
        return OURS.matcher(words).find() && !THEIRS.matcher(words).find();
    }

    /**
     * The first name by code point of an event that the condition asks for and that is the sender's doing; of a log, where it
     * asks for no event by name.
     */
    public static Optional<String> askedFor(Condition condition) {
        boolean namesEvents = condition.fields().stream().anyMatch(field -> field.kind() == Field.Kind.EVENT);
        return names(condition, namesEvents ? Field.Kind.EVENT : Field.Kind.LOG)
                .filter(OwnMailing::isNamed)
                .sorted()
                .findFirst();
    }

    /** The texts that a field of the kind may be equal to, or have in it, for the condition to hold. */
    private static Stream<String> names(Condition condition, Field.Kind kind) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().flatMap(part -> names(part, kind));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().flatMap(part -> names(part, kind));
        }
        return condition instanceof Condition.Is is && is.field().kind() == kind ? texts(is.test()) : Stream.of();
    }

    private static Stream<String> texts(Test test) {
        if (test instanceof Test.OneOf one) {
            return one.folded().stream();
        }
        if (test instanceof Test.Has has) {
            return has.folded().stream();
        }
        List<Test> parts = test instanceof Test.Every every ? every.tests() : List.of();
        return parts.stream().flatMap(OwnMailing::texts);
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?i)\\b(?:" + words + ")\\b");
    }
}
