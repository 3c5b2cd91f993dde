package org.leadscore.segment;

import org.jspecify.annotations.Nullable;
import org.leadscore.score.ContactVerdict;
import org.leadscore.score.EventPlan;
import org.leadscore.score.LeadStates;
import org.leadscore.score.Score;

/**
 * What conditions may ask of a lead.
 *
 * @param interest null when there is none, or it is not yet known; likewise the stage
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
