package org.leadscore.engine;

import org.leadscore.score.Explanation;
import org.leadscore.segment.Placed;

/**
 * A lead's score with how it came about, and the lead's place among all.
 *
 * @param rank from 1, of {@code leads}
 * @param lead its id as the contact list has it
 * @param placed where it stands and what happens next, as far as that is known without a ledger
 */
public record Explained(int rank, int leads, String lead, Explanation explanation, Placed placed) {}
