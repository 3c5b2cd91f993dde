package org.leadscore.rules;

import org.jspecify.annotations.Nullable;

/**
 * Who the leads are.
 *
 * @param since when the lead became known; null where the file does not say
 */
public record ContactSource(
        SourceFiles files,
        Dialect dialect,
        LeadKey lead,
        @Nullable TimeColumns since,
        Duplicates duplicates) {

    /** What a second row with the same id means. */
    public enum Duplicates {
        FIRST,
        LAST,
        REFUSE
    }
}
