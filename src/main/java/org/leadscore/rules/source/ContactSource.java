package org.leadscore.rules.source;

import org.jspecify.annotations.Nullable;
import org.leadscore.lead.ZoneDays;

/**
 * The contact list, which says who the leads are.
 *
 * @param since the time at which a lead became known; null when the file does not say
 * @param duplicates the meaning of a second row with the same id
 * @param expect the least that it must bring
 */
public record ContactSource(
        SourceFiles files,
        Dialect dialect,
        LeadKey lead,
        @Nullable TimeColumns since,
        Duplicates duplicates,
        Demand expect) {

    /**
     * The contact list of a rule file that says nothing of it.
     *
     * @param exact whether the case of the lead's id counts, which is the same for all sources
     * @param zone of times that name none
     */
    public static ContactSource usual(SourceFiles files, boolean exact, ZoneDays zone) {
        return new ContactSource(
                files,
                Dialect.usual(zone)
                        .knownBy(LeadKey.Named.usual(files.at(), exact).fields()),
                LeadKey.Named.usual(files.at(), exact),
                null,
                Duplicates.FIRST,
                Demand.NONE);
    }

    /** The same list in other files. */
    public ContactSource withFiles(SourceFiles others) {
        return new ContactSource(files.replacedBy(others), dialect, lead, since, duplicates, expect);
    }

    /**
     * The meaning of a second row with the same id: the first row counts, the last row counts, or the list is refused.
     */
    public enum Duplicates {
        FIRST(false, false),
        LAST(true, false),
        REFUSE(false, true);

        private final boolean lastCounts;
        private final boolean isRefused;

        Duplicates(boolean lastCounts, boolean isRefused) {
            this.lastCounts = lastCounts;
            this.isRefused = isRefused;
        }

        /** True when it takes the place of the first. */
        public boolean lastCounts() {
            return lastCounts;
        }

        /** True when it makes the list unusable. */
        public boolean isRefused() {
            return isRefused;
        }
    }
}
