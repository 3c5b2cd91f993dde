package org.leadscore.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.Location;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.report.Report;
import org.leadscore.rules.rule.Disqualifier;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.Group;
import org.leadscore.rules.rule.ImplicitRule;
import org.leadscore.rules.rule.Inactivity;
import org.leadscore.rules.rule.LearnAll;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.source.Sources;

/**
 * The rules of a file that has been checked as a whole. Nothing else can be run, and there is no way to make one from a
 * file with problems.
 *
 * @param timezone the zone in which days begin, and of times that name none
 * @param visitGap milliseconds; matches no further apart are one visit
 * @param learnAll the entry that asks for a table of every column; null without one
 * @param inactivity the loss while nothing is heard of a lead; null for none
 * @param buckets highest first
 * @param keepsCustomers whether leads that have become customers are treated as everyone else
 * @param report what the reports carry along, and how they are written
 * @param followUp what happens after the score
 */
public record RuleSet(
        ZoneDays timezone,
        long visitGap,
        Sources sources,
        List<ExplicitRule> explicit,
        @Nullable LearnAll learnAll,
        List<ImplicitRule> implicit,
        List<Group> groups,
        @Nullable Inactivity inactivity,
        Scale scale,
        List<Bucket> buckets,
        List<Disqualifier> disqualifiers,
        boolean keepsCustomers,
        Report report,
        FollowUp followUp) {

    public RuleSet {
        explicit = List.copyOf(explicit);
        implicit = List.copyOf(implicit);
        groups = List.copyOf(groups);
        buckets = List.copyOf(buckets);
        disqualifiers = List.copyOf(disqualifiers);
    }

    /** The contact columns to carry into the report. */
    public List<Field> reportColumns() {
        return report.columns();
    }

    /** The same rules over other files. */
    public RuleSet withSources(Sources others) {
        return new RuleSet(
                timezone,
                visitGap,
                others,
                explicit,
                learnAll,
                implicit,
                groups,
                inactivity,
                scale,
                buckets,
                disqualifiers,
                keepsCustomers,
                report,
                followUp);
    }

    /**
     * The outcomes that give leads the status of customers; null when there are none with times, or customers are
     * treated as everyone else.
     */
    public @Nullable OutcomeSource conversions() {
        OutcomeSource outcomes = sources.outcomes();
        return keepsCustomers || outcomes == null || outcomes.time() == null ? null : outcomes;
    }

    /** True when {@code calibrate} has yet to write a table, so that what it is of gives no points. */
    public boolean hasUnlearned() {
        return learnAll != null
                || explicit.stream()
                        .anyMatch(rule -> rule.attribute()
                                .choose(when -> false, tiers -> false, values -> false, unlearned -> true));
    }

    /** True when the explicit rules stand above the implicit ones in the file, or one of the two is absent. */
    public boolean explicitStandsFirst() {
        return explicit.isEmpty()
                || implicit.isEmpty()
                || isAbove(explicit.get(0).at(), implicit.get(0).at());
    }

    private static boolean isAbove(Location first, Location second) {
        return first.line() < second.line() || (first.line() == second.line() && first.column() < second.column());
    }

    /**
     * The contact columns whose values are kept: those of the report, then others that are needed after the score; each
     * once.
     */
    public List<Field> keptColumns() {
        List<Field> kept = new ArrayList<>(report.columns());
        for (Field column : followUp.contactColumns()) {
            if (kept.stream().noneMatch(column::sameAs)) {
                kept.add(column);
            }
        }
        return kept;
    }

    /** Other rules in place of these, without groups and inactivity; all else stays. */
    public RuleSet ungrouped(List<ExplicitRule> others, List<ImplicitRule> otherImplicit) {
        return with(others, otherImplicit, List.of(), null, disqualifiers, followUp);
    }

    /** The same rule set, its rules giving other points. */
    public RuleSet withPoints(List<ExplicitRule> others, List<ImplicitRule> otherImplicit) {
        return with(others, otherImplicit, groups, inactivity, disqualifiers, followUp);
    }

    /** Other rules over the same files, without groups, inactivity, disqualifiers and follow-up. */
    public RuleSet withRules(List<ExplicitRule> others, List<ImplicitRule> otherImplicit) {
        return with(others, otherImplicit, List.of(), null, List.of(), FollowUp.NONE);
    }

    private RuleSet with(
            List<ExplicitRule> others,
            List<ImplicitRule> otherImplicit,
            List<Group> otherGroups,
            @Nullable Inactivity otherInactivity,
            List<Disqualifier> otherDisqualifiers,
            FollowUp otherFollowUp) {
        return new RuleSet(
                timezone,
                visitGap,
                sources,
                others,
                learnAll,
                otherImplicit,
                otherGroups,
                otherInactivity,
                scale,
                buckets,
                otherDisqualifiers,
                keepsCustomers,
                report,
                otherFollowUp);
    }
}
