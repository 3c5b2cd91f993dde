package org.leadscore.score.point;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.rule.Group;

/**
 * The parts of a score, down to each rule. Amounts are millionths of a point, and each total is the sum of the parts
 * under it.
 *
 * @param fit adds up to the score's fit
 * @param engagement adds up to {@code engaged}
 * @param engaged the engagement before inactivity
 * @param quietPeriods number of periods of inactivity that the engagement has been cut for
 */
public record Explanation(Score score, List<Part> fit, List<Part> engagement, long engaged, long quietPeriods) {

    public Explanation {
        fit = List.copyOf(fit);
        engagement = List.copyOf(engagement);
    }

    /**
     * A rule that stands alone, or a group with its rules.
     *
     * @param group null for a rule that stands alone
     * @param rules what they gave or took within their own bounds, before the group's weight
     * @param points after the group's weight and bounds
     */
    public record Part(@Nullable Group group, List<Contribution> rules, long points) {

        public Part {
            rules = List.copyOf(rules);
        }

        /** The sum of the rules, in millionths of a point. */
        public long sum() {
            return rules.stream().mapToLong(Contribution::points).sum();
        }
    }
}
