package org.leadscore.engine;

import org.leadscore.score.point.Explanation;
import org.leadscore.segment.Placed;

/**
 * A lead's score with its explanation, and the lead's place among all. Made by {@link Engine#explain}.
 *
 * @param rank from 1, of {@code leads}
 * @param lead its id as the contact list has it
 * @param placed its standing and what happens next, as far as that is known without a ledger
 */
public record Explained(int rank, int leads, String lead, Explanation explanation, Placed placed) {}
