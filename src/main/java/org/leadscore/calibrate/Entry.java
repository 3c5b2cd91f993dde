package org.leadscore.calibrate;

/**
 * A place of a rule where points stand.
 *
 * @param label what a reader knows it by: the value ({@code ""} is the empty field), the tier as the rule file writes it
 *     ({@code at-least: 5}), and the name of the rule where there is but one place
 * @param points today's, in millionths, before the group's weight
 */
public record Entry(Place place, String label, long points) {

    /** Which key of the rule file the points belong to. */
    public enum Place {
        /** {@code points} of a rule with {@code when} or {@code times}. */
        RULE,
        /** {@code points} for each occurrence. */
        EACH,
        /** An entry of {@code values}. */
        VALUE,
        /** {@code otherwise} beside {@code values}. */
        OTHERWISE,
        /** An entry of {@code tiers}. */
        TIER
    }
}
