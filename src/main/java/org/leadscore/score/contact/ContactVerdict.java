package org.leadscore.score.contact;

import java.util.List;
import java.util.Set;
import org.leadscore.score.point.Contribution;

/**
 * The result of the explicit rules for a contact. Made by a {@link ContactMatcher}; contacts that all rules see alike
 * share one.
 *
 * @param points by explicit rule, within its own bounds, in millionths
 * @param contributions of the explicit rules that gave or took points
 * @param fit millionths of a point
 * @param disqualifiers the indexes, among all of the rule set, of those that hold by the contact's fields
 * @param asked the indexes, among {@link org.leadscore.rules.next.FollowUp#contactConditions}, of those that hold
 * @param isBlank whether all fields that explicit rules read, the id aside, are blank
 */
public record ContactVerdict(
        List<Long> points,
        List<Contribution> contributions,
        long fit,
        Set<Integer> disqualifiers,
        Set<Integer> asked,
        boolean isBlank) {

    public ContactVerdict {
        points = List.copyOf(points);
        contributions = List.copyOf(contributions);
        disqualifiers = Set.copyOf(disqualifiers);
        asked = Set.copyOf(asked);
    }
}
