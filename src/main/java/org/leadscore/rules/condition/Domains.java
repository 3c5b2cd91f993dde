package org.leadscore.rules.condition;

import java.util.List;
import org.leadscore.lead.Text;

/** Finds the host in an e-mail address or a URL. */
public final class Domains {

    private Domains() {}

    /**
     * True when the host of the address or URL is one of the domains or below one.
     *
     * @param folded domains, folded, without a leading dot
     */
    static boolean isAtOneOf(String value, List<String> folded) {
        String host = host(Text.fold(value));
        return folded.stream()
                .anyMatch(domain -> host.endsWith(domain)
                        && (host.length() == domain.length()
                                || host.charAt(host.length() - domain.length() - 1) == '.'));
    }

    /** True when the host of the address or URL, which is folded, stands in the list, or is below a domain that does. */
    static boolean isAtOneOf(String folded, NamedList list) {
        String rest = host(folded);
        while (!list.domains().contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return !rest.isEmpty();
    }

    /**
     * The text behind the last {@code @} of an address, or between {@code //} and the path, without user, port and
     * final dot.
     */
    public static String host(String text) {
        int scheme = text.indexOf("//");
        String rest = scheme >= 0 ? text.substring(scheme + 2) : text;
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        String bare = port >= 0 ? host.substring(0, port) : host;
        String open = bare.endsWith(">") ? bare.substring(0, bare.length() - 1) : bare;
        return open.endsWith(".") ? open.substring(0, open.length() - 1) : open;
    }
}
