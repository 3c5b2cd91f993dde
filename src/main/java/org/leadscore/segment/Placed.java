package org.leadscore.segment;

import java.util.List;
import org.leadscore.rules.Action;

/**
 * A lead's standing, and what happens next with it.
 *
 * @param actions in the order of the rule file
 */
public record Placed(Standing standing, HandOver handOver, List<Action> actions) {

    public Placed {
        actions = List.copyOf(actions);
    }
}
