package org.leadscore.calibrate.rows;

/**
 * A place of a rule that has points of its own.
 *
 * @param label for a reader: the value ({@code ""} is the empty field), the tier as the rule file writes it
 *     ({@code at-least: 5}), or the name of the rule where there is only one place
 * @param points today's, in millionths, before the group's weight
 */
public record Entry(Place place, String label, long points) {

    /** The key of the rule file that the points belong to. */
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
