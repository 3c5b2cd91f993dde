package org.leadscore.score;

/**
 * What one rule gave or took.
 *
 * @param points millionths, after the rule's own bounds and its group's weight, before the group's bounds and inactivity
 */
public record Contribution(String rule, long points) {

    /** Is told of contributions one by one, as they would be in a list. */
    public interface Hearer {
        void hear(String rule, long points);
    }
}
