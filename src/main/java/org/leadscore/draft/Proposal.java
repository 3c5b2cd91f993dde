package org.leadscore.draft;

import java.util.List;

/**
 * A proposed rule, as {@link DraftText} writes it.
 *
 * @param name as the rule file is to have it
 * @param comment the reason for the rule, or what to change in it
 * @param body its lines but the name's, without the indentation of the list
 * @param most the points that it can give at most; 0 for one that only takes
 */
record Proposal(String name, String comment, List<String> body, int most) {

    Proposal {
        body = List.copyOf(body);
    }
}
