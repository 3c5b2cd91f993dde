package org.leadscore.score;

import java.util.List;

/**
 * A lead in its place.
 *
 * @param rank from 1
 * @param lead its id as the contact list has it
 * @param fields the report columns' values, in the order of the rule file
 */
public record RankedLead(int rank, String lead, Score score, List<String> fields) {}
