package org.leadscore.rules.rule;

import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;

/** A rule about who a lead is, by its contact's fields. Its points never fade. */
public record ExplicitRule(String name, @Nullable String group, Attribute attribute, Bounds bounds, Location at) {}
