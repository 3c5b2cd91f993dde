package org.leadscore.rules;

import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;

/** A rule about who a lead is. Never fades. */
public record ExplicitRule(String name, @Nullable String group, Attribute attribute, Bounds bounds, Location at) {}
