package org.leadscore.kind;

import java.net.IDN;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadscore.lead.Text;

/**
 * E-mail addresses at the domains of a list. Domains are compared in their ASCII form, so that it does not matter
 * whether the address or the list writes an international name in its own letters or as {@code xn--}. The lists that
 * ship with the program are others' (scripts/renew-mail-domains), with a few domains of ours; no domain is in both.
 */
final class MailDomains implements TextKind {

    private final Shipped shipped;
    private final Set<String> added;

    private MailDomains(Shipped shipped, Set<String> added) {
        this.shipped = shipped;
        this.added = Set.copyOf(added);
    }

    /** Mailboxes that anyone may open, and those that come with a private internet line. */
    static MailDomains free() {
        return new MailDomains(Shipped.FREE, Set.of());
    }

    /** Mailboxes made to be thrown away; any name below such a domain counts too. */
    static MailDomains disposable() {
        return new MailDomains(Shipped.DISPOSABLE, Set.of());
    }

    /** This kind with more domains, which may be written in letters of any script. */
    MailDomains with(Collection<String> domains) {
        return new MailDomains(
                shipped,
                Stream.concat(added.stream(), domains.stream().map(MailDomains::ascii))
                        .collect(Collectors.toSet()));
    }

    @Override
    public boolean holds(String value) {
        int at = value.lastIndexOf('@');
        if (at < 0 || Text.isBlank(value.substring(0, at))) {
            return false;
        }
        String domain = ascii(value.substring(at + 1));
        while (!isListed(domain)) {
            int dot = domain.indexOf('.');
            if (dot < 0 || !shipped.below) {
                return false;
            }
            domain = domain.substring(dot + 1);
        }
        return true;
    }

    private boolean isListed(String domain) {
        return added.contains(domain) || shipped.domains().contains(domain);
    }

    /** The domain in lower case and as {@code xn--}, without a final dot; folded only, when it is no domain. */
    private static String ascii(String domain) {
        String folded = Text.fold(domain);
        if (!isAscii(folded)) {
            try {
                folded = IDN.toASCII(folded, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException notADomain) {
                return folded;
            }
        }
        return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The lists that come with the program, and how they are matched. */
    private enum Shipped {
        FREE(false),
        DISPOSABLE(true);

        /** Tells whether names below a listed domain count too. */
        private final boolean below;

        Shipped(boolean below) {
            this.below = below;
        }

        DomainList domains() {
            return switch (this) {
                case FREE -> Free.DOMAINS;
                case DISPOSABLE -> Disposable.DOMAINS;
            };
        }
    }

    /** The domains of free mailboxes, loaded when first asked for. */
    private static final class Free {
        static final DomainList DOMAINS = DomainList.read("free-mail.txt", "free-mail-more.txt");
    }

    /** The domains of disposable mailboxes, loaded when first asked for. */
    private static final class Disposable {
        static final DomainList DOMAINS = DomainList.read("disposable-mail.txt", "disposable-mail-more.txt");
    }
}
