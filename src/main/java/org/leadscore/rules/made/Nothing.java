package org.leadscore.rules.made;

import java.util.Set;
import org.leadscore.lead.Text;

/**
 * The texts that stand for no value in a source's cells, such as {@code N/A}: compared as all text is.
 *
 * @param folded the texts, as they are compared
 */
public record Nothing(Set<String> folded) {

    /** No texts: a cell without a value is empty. */
    public static final Nothing NONE = new Nothing(Set.of());

    public Nothing {
        folded = Set.copyOf(folded);
    }

    /** True when a cell with this text is blank. */
    public boolean is(String text) {
        return !folded.isEmpty() && folded.contains(Text.fold(text));
    }
}
