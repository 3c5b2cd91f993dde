package org.leadscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.ZoneDays;

/**
 * A rule file that has been checked as a whole. Nothing else can be run, and there is no way to make one from a file with
 * problems.
 *
 * @param timezone where a day begins, and the zone of times that name none
 * @param visitGap milliseconds; matches no further apart are one visit
 * @param buckets highest first
 * @param reportColumns contact columns to carry into the report
 */
public record RuleSet(
        ZoneDays timezone,
        long visitGap,
        Sources sources,
        List<ExplicitRule> explicit,
        List<ImplicitRule> implicit,
        List<Group> groups,
        @Nullable Inactivity inactivity,
        Scale scale,
        List<Bucket> buckets,
        List<Disqualifier> disqualifiers,
        List<Field> reportColumns) {

    public RuleSet {
        explicit = List.copyOf(explicit);
        implicit = List.copyOf(implicit);
        groups = List.copyOf(groups);
        buckets = List.copyOf(buckets);
        disqualifiers = List.copyOf(disqualifiers);
        reportColumns = List.copyOf(reportColumns);
    }

    /** The same rules over other files. */
    public RuleSet withSources(Sources others) {
        return new RuleSet(
                timezone,
                visitGap,
                others,
                explicit,
                implicit,
                groups,
                inactivity,
                scale,
                buckets,
                disqualifiers,
                reportColumns);
    }

    /** Other rules over the same files, with no groups, and with nothing that takes leads out. */
    public RuleSet withRules(List<ExplicitRule> others, List<ImplicitRule> otherImplicit) {
        return new RuleSet(
                timezone,
                visitGap,
                sources,
                others,
                otherImplicit,
                List.of(),
                null,
                scale,
                buckets,
                List.of(),
                reportColumns);
    }
}
