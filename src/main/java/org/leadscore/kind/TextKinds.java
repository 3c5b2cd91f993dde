package org.leadscore.kind;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.leadscore.lead.Text;

/**
 * The kinds of text that a rule file can ask for by name. Immutable. The lists that ship with the program are read when
 * a text is first judged by them, so that a run that asks for none of them does not wait for any.
 */
public final class TextKinds {

    /** The kinds, in the order in which messages name them. */
    private enum Name {
        FREE_MAIL("free-mail"),
        DISPOSABLE_MAIL("disposable-mail"),
        VALID_MAIL("valid-mail"),
        GIBBERISH("gibberish"),
        VALID_PHONE("valid-phone");

        private final String word;

        Name(String word) {
            this.word = word;
        }

        static Optional<Name> of(String word) {
            return Stream.of(values()).filter(name -> name.word.equals(word)).findFirst();
        }

        static List<String> words(Predicate<Name> which) {
            return Stream.of(values()).filter(which).map(name -> name.word).toList();
        }

        boolean restsOnList() {
            return switch (this) {
                case FREE_MAIL, DISPOSABLE_MAIL -> true;
                case VALID_MAIL, GIBBERISH, VALID_PHONE -> false;
            };
        }
    }

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
        return Name.words(any -> true);
    }

    /** The names of the kinds that rest on a list, which {@link #with} can extend. */
    public static List<String> extensible() {
        return Name.words(Name::restsOnList);
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
        Name name = Name.of(kind)
                .filter(Name::restsOnList)
                .orElseThrow(() -> new IllegalArgumentException("no list to extend in " + kind));
        return switch (name) {
            case FREE_MAIL -> new TextKinds(freeMail.with(added), disposableMail);
            case DISPOSABLE_MAIL -> new TextKinds(freeMail, disposableMail.with(added));
            case VALID_MAIL, GIBBERISH, VALID_PHONE -> this;
        };
    }

    /** The kind of that name, spelled exactly so. */
    public Optional<TextKind> named(String name) {
        return Name.of(name).map(this::kind);
    }

    private TextKind kind(Name name) {
        return switch (name) {
            case FREE_MAIL -> freeMail;
            case DISPOSABLE_MAIL -> disposableMail;
            case VALID_MAIL -> value -> ValidMail.holds(Text.strip(value));
            case GIBBERISH -> Gibberish::holds;
            case VALID_PHONE -> value -> ValidPhone.holds(Text.strip(value));
        };
    }
}
