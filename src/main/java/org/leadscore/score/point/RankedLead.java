package org.leadscore.score.point;

import java.util.List;
import org.leadscore.lead.Utf8Slice;

/**
 * A lead at its rank in the ranking.
 *
 * @param rank from 1
 * @param id as the contact list has it
 * @param fields the report columns' values, in the order of the rule file
 */
public record RankedLead(int rank, Utf8Slice id, Score score, List<Utf8Slice> fields) {

    /** The id as a text. */
    public String lead() {
        return id.toString();
    }
}
