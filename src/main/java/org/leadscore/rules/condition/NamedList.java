package org.leadscore.rules.condition;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a list that stands in a file, as text is compared. Made empty by the reader of the rule file, filled once by
 * whoever opens the sources, before any row is judged; threads may share it then.
 */
public final class NamedList {

    private final String name;
    private volatile Set<String> domains = Set.of();
    private volatile @Nullable Set<String> folded; // null until it is filled

    /** A list without values. */
    public NamedList(String name) {
        this.name = name;
    }

    /** The name that conditions have for it. */
    public String name() {
        return name;
    }

    /** Fills it with values, folded. */
    public void fill(Set<String> values) {
        domains = values.stream().map(NamedList::domain).collect(Collectors.toUnmodifiableSet());
        folded = Set.copyOf(values);
    }

    /** The domain in a value: of a mail address, of a URL, or the value without an {@code @} or a dot before it. */
    private static String domain(String folded) {
        String host = Domains.host(folded);
        String bare = host.startsWith(".") ? host.substring(1) : host;
        return bare.startsWith("www.") ? bare.substring("www.".length()) : bare;
    }

    /** The domains in the values, folded. */
    Set<String> domains() {
        folded(); // or else it is not filled
        return domains;
    }

    /** The values, folded. */
    public Set<String> folded() {
        Set<String> filled = folded;
        if (filled == null) {
            throw new IllegalStateException("the list '" + name + "' is read before rows are judged");
        }
        return filled;
    }
}
