package org.leadscore.draft;

import java.util.List;

/**
 * A rule that is proposed.
 *
 * @param name as the rule file is to have it
 * @param comment why, or what to change
 * @param body its lines but the name's, without the indentation of the list
 * @param most the points that it gives at most
 */
record Proposal(String name, String comment, List<String> body, int most) {

    Proposal {
        body = List.copyOf(body);
    }
}
