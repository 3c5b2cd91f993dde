package org.leadscore.segment;

import java.util.List;
import org.leadscore.rules.next.Action;

/**
 * The standing of a lead and what happens next with it. Made by {@link Placements}, taken by the reports.
 *
 * @param actions those that the lead gets, in the order of the rule file
 */
public record Placed(Standing standing, HandOver handOver, List<Action> actions) {

    public Placed {
        actions = List.copyOf(actions);
    }
}
