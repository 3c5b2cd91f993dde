package org.leadscore.engine.leads;

import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Workers;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.Scorer;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.point.IdleRules;
import org.leadscore.segment.StandingPlan;
import org.leadscore.segment.Standings;

/**
 * Ranks leads of which all has been read, by one rule set at one as-of time, and finds where each of them stands. A run in memory
 * asks it for all leads, a run in parts for those of each part. Immutable, and safe to share among threads.
 */
public final class RankingPlan {

    /**
     * The leads in their order, and where they stand, by the number of the lead.
     *
     * @param idle the rules that gave points to none of them
     */
    public record Ordered(Ranking ranking, Standings standings, IdleRules idle) {}

    private final RuleSet rules;
    private final Scorer scorer;
    private final StandingPlan standingPlan;
    private final boolean makesCustomers;

    /** @param events compiled from the same rules */
    public RankingPlan(RuleSet rules, EventPlan events) {
        this.rules = rules;
        this.scorer = new Scorer(rules, events);
        this.standingPlan = new StandingPlan(rules, events);
        this.makesCustomers = rules.conversions() != null;
    }

    /** From a verdict and a record to the score. */
    public Scorer scorer() {
        return scorer;
    }

    /**
     * Scores and orders all leads of a directory; where they stand is found only if something follows a score.
     *
     * @param outcomes of the leads; null when it is not known who became a customer
     */
    public Ordered rank(
            LeadStates states,
            LeadDirectory directory,
            Contacts contacts,
            Outcomes.@Nullable Joined outcomes,
            Workers workers) {
        Standings standings = standingPlan.standings(directory.size());
        IdleRules idle = new IdleRules(rules);
        boolean followsUp = !rules.followUp().isNone();
        Ranking ranking = Ranking.of(
                lead -> scorer.score(contacts.verdict(lead), states, lead, isCustomer(outcomes, lead)),
                lead -> states.touch(lead) + standings.touch(lead),
                (lead, score) -> {
                    idle.hear(score);
                    if (followsUp) {
                        standingPlan.put(score, contacts.verdict(lead), contacts::kept, states, lead, standings);
                    }
                },
                directory,
                contacts,
                rules,
                workers);
        return new Ordered(ranking, standings, idle);
    }

    /** True when the lead counts as a customer: it became one, and the rules treat customers as such. */
    public boolean isCustomer(Outcomes.@Nullable Joined outcomes, int lead) {
        return makesCustomers && outcomes != null && outcomes.isCustomer(lead);
    }
}
