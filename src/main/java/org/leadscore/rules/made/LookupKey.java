package org.leadscore.rules.made;

import java.net.IDN;
import org.leadscore.lead.Text;
import org.leadscore.rules.condition.Domains;

/** The form in which the keys of a lookup are compared, on both sides. */
public enum LookupKey {
    /** As text is compared, and as the ids of leads are. */
    TEXT,
    /** As it is written, but for blanks around it. */
    EXACT,
    /** The domain of a mail address, a URL or a bare domain, without {@code www.}. */
    DOMAIN;

    private static final String WWW = "www.";

    /** The key in a text; empty where there is none. */
    public String of(String text) {
        return switch (this) {
            case TEXT -> Text.fold(text);
            case EXACT -> Text.strip(text);
            case DOMAIN -> domain(Text.fold(text));
        };
    }

    private static String domain(String folded) {
        String host = Domains.host(folded);
        String bare = host.startsWith(WWW) ? host.substring(WWW.length()) : host;
        return bare.chars().allMatch(c -> c < 0x80) ? bare : ascii(bare);
    }

    /** A domain as the name service has it. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noDomain) {
            return domain;
        }
    }
}
