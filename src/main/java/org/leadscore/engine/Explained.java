package org.leadscore.engine;

import java.util.List;
import org.leadscore.score.event.Evidence;
import org.leadscore.score.point.Explanation;
import org.leadscore.segment.Placed;

/**
 * A lead's score with its explanation, and the lead's place among all. Made by {@link Engine#explain}.
 *
 * @param rank from 1, of {@code leads}
 * @param lead its id as the contact list has it
 * @param ids its other ids, in the order of their text
 * @param evidence the events behind each implicit rule, in the order of the rules
 * @param placed its standing and what happens next, as far as that is known without a ledger
 */
public record Explained(
        int rank,
        int leads,
        String lead,
        List<OtherId> ids,
        Explanation explanation,
        List<Evidence> evidence,
        Placed placed) {

    public Explained {
        ids = List.copyOf(ids);
        evidence = List.copyOf(evidence);
    }
}
