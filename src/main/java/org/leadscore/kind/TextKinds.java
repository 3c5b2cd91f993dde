package org.leadscore.kind;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leadscore.lead.Text;

/**
 * The kinds of text that a rule file can ask for by name. Immutable. The lists that ship with the program are read when
 * a text is first judged by them, so that a run that asks for none of them does not wait for any.
 */
public final class TextKinds {

    private static final String FREE_MAIL = "free-mail";
    private static final String DISPOSABLE_MAIL = "disposable-mail";

    private final MailDomains freeMail;
    private final MailDomains disposableMail;

    private TextKinds(MailDomains freeMail, MailDomains disposableMail) {
        this.freeMail = freeMail;
        this.disposableMail = disposableMail;
    }

    /** The kinds as they come with the program. */
    public static TextKinds shipped() {
        return new TextKinds(MailDomains.free(), MailDomains.disposable());
    }

    /** The names that {@link #named} knows. */
    public static List<String> names() {
        return List.of(FREE_MAIL, DISPOSABLE_MAIL, "valid-mail", "gibberish", "valid-phone");
    }

    /** The names of the kinds that rest on a list, which {@link #with} can extend. */
    public static List<String> extensible() {
        return List.of(FREE_MAIL, DISPOSABLE_MAIL);
    }

    /** True when the text is written as a domain that mail can go to; only such a domain makes sense in a list. */
    public static boolean isMailDomain(String text) {
        String domain = Text.strip(text);
        return ValidMail.isDomain(domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain);
    }

    /**
     * The same kinds with a longer list for one of them; an added domain counts by the same rule as a shipped one.
     *
     * @throws IllegalArgumentException if the kind is none of {@link #extensible}
     */
    public TextKinds with(String kind, Collection<String> added) {
        return switch (kind) {
            case FREE_MAIL -> new TextKinds(freeMail.with(added), disposableMail);
            case DISPOSABLE_MAIL -> new TextKinds(freeMail, disposableMail.with(added));
            default -> throw new IllegalArgumentException("no list to extend in " + kind);
        };
    }

    /** The kind of that name, spelled exactly so. */
    public Optional<TextKind> named(String name) {
        return switch (name) {
            case FREE_MAIL -> Optional.of(freeMail);
            case DISPOSABLE_MAIL -> Optional.of(disposableMail);
            case "valid-mail" -> Optional.of(value -> ValidMail.holds(Text.strip(value)));
            case "gibberish" -> Optional.of(Gibberish::holds);
            case "valid-phone" -> Optional.of(value -> ValidPhone.holds(Text.strip(value)));
            default -> Optional.empty();
        };
    }
}
