package org.leadscore.rules;

/** Leads that have something in common; a lead may be in several. */
public record Segment(String name, Condition when) {}
