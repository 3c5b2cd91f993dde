package org.leadscore.engine.probe;

import org.leadscore.problem.Location;

/**
 * A doubt about a rule that the data give rise to.
 *
 * @param at the place in the rule file
 */
public record Doubt(Location at, String message) {}
