package org.leadscore.segment;

import org.jspecify.annotations.Nullable;
import org.leadscore.score.contact.ContactVerdict;
import org.leadscore.score.count.LeadStates;
import org.leadscore.score.event.EventPlan;
import org.leadscore.score.point.Score;

/**
 * A lead as conditions on leads see it. Made by {@link StandingPlan} for each lead, taken by {@link Check}s.
 *
 * @param interest null when there is none
 * @param stage null when there is none, or it is not yet known
 */
record Known(
        Score score,
        ContactVerdict contact,
        EventPlan events,
        LeadStates states,
        int lead,
        @Nullable String interest,
        @Nullable String source,
        @Nullable String stage) {

    Known in(@Nullable String reached) {
        return new Known(score, contact, events, states, lead, interest, source, reached);
    }

    boolean did(int question) {
        return events.did(question, states, lead);
    }
}
