package org.leadscore.calibrate.quality;

/**
 * The population stability index of a rule's points: the test against the time before.
 *
 * @param rule its name
 */
public record RuleDrift(String rule, double index) {

    /** The index from which on it is commonly called some change. */
    public static final double SOME = 0.1;

    /** The index from which on it is commonly called much. */
    public static final double MUCH = 0.25;
}
