package org.leadscore.rules;

import org.jspecify.annotations.Nullable;
import org.leadscore.lead.ZoneDays;

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

    /**
     * A contact list of which the rule file says nothing.
     *
     * @param exact whether the case of the lead's id counts, which is the same for all sources
     * @param zone of times that name none
     */
    public static ContactSource usual(SourceFiles files, boolean exact, ZoneDays zone) {
        return new ContactSource(
                files, Dialect.usual(zone), LeadKey.Named.usual(files.at(), exact), null, Duplicates.FIRST);
    }

    /** The same list in other files. */
    public ContactSource withFiles(SourceFiles others) {
        return new ContactSource(others, dialect, lead, since, duplicates);
    }

    /** What a second row with the same id means. */
    public enum Duplicates {
        FIRST,
        LAST,
        REFUSE
    }
}
