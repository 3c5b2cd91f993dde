package org.leadscore.rules.rule;

import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;

/**
 * A rule about what a lead does, by its events.
 *
 * @param group the name of its group, one of {@code RuleSet.groups}; null without one
 * @param isActivity true when events that match are the lead's doing, a sign of life; false when they are the sender's
 * @param within the age up to which events count, in milliseconds, or {@link Award#UNLIMITED}
 */
public record ImplicitRule(
        String name,
        @Nullable String group,
        Activity activity,
        boolean isActivity,
        long within,
        Award award,
        Bounds bounds,
        Location at) {}
