package org.leadscore.rules.next;

import org.leadscore.rules.condition.Condition;

/** A segment: leads for which one condition holds; a lead may be in several. */
public record Segment(String name, Condition when) {}
