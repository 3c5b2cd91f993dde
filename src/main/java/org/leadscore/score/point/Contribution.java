package org.leadscore.score.point;

/**
 * The points that one rule gave or took.
 *
 * @param points millionths, after the rule's own bounds and its group's weight, before the group's bounds and
 *     inactivity
 */
public record Contribution(String rule, long points) {

    /** Takes contributions one by one, in the order of a list, without an object for each. */
    public interface Hearer {
        /** Takes one contribution, in millionths of a point. */
        void hear(String rule, long points);
    }
}
