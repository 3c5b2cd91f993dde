package org.leadscore.rules;

import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;

/**
 * A rule about what a lead does.
 *
 * @param group the name of its group, one of {@link RuleSet#groups}
 * @param within how far back events count, in milliseconds, or {@link Award#UNLIMITED}
 */
public record ImplicitRule(
        String name, @Nullable String group, Activity activity, long within, Award award, Bounds bounds, Location at) {}
