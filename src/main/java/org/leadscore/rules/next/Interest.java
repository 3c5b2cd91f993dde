package org.leadscore.rules.next;

import java.util.List;
import org.leadscore.rules.rule.ImplicitRule;

/**
 * A product or topic that a lead may lean to, one of the key {@code interests}.
 *
 * @param from the least points that are an interest, in millionths, above 0
 * @param rules the rules about what the lead does for it; each gives points for every occurrence, without bounds or
 *     group
 */
public record Interest(String name, long from, List<ImplicitRule> rules) {

    public Interest {
        rules = List.copyOf(rules);
    }
}
