package org.leadscore.score.point;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;

/**
 * The rules that have neither given nor taken points so far. Made for each run or part, hears every score once. Threads
 * may hear at the same time.
 */
public final class IdleRules {

    /** The names of all rules that could give points, in the order of the file. */
    private final List<String> rules;

    /** The names of those that have not given any, never changed but replaced, so that any thread may read it. */
    private volatile Set<String> idle;

    /** Begins with all rules but those whose tables are yet to be learned. */
    public IdleRules(RuleSet set) {
        Stream<String> explicit = set.explicit().stream()
                .filter(rule -> !(rule.attribute() instanceof Attribute.Unlearned))
                .map(ExplicitRule::name);
        Stream<String> implicit = set.implicit().stream().map(ImplicitRule::name);
        rules = (set.explicitStandsFirst() ? Stream.concat(explicit, implicit) : Stream.concat(implicit, explicit))
                .toList();
        idle = Set.copyOf(rules);
    }

    /** Takes off the rules that gave or took points in the score; does nothing when no rule is idle any more. */
    public void hear(Score score) {
        if (!idle.isEmpty()) {
            score.tell(this::hear);
        }
    }

    private void hear(String rule, long points) {
        if (idle.contains(rule)) {
            takeOff(Set.of(rule));
        }
    }

    /** Takes off the rules that are not idle by the scores that another heard. */
    public void merge(IdleRules other) {
        Set<String> busy = new HashSet<>(rules);
        busy.removeAll(other.idle);
        takeOff(busy);
    }

    private synchronized void takeOff(Set<String> busy) {
        Set<String> left = new HashSet<>(idle);
        left.removeAll(busy);
        idle = Set.copyOf(left);
    }

    /** The names of the rules that gave nothing to anyone, in the order of the file. */
    public List<String> names() {
        Set<String> left = idle;
        return rules.stream().filter(left::contains).toList();
    }
}
