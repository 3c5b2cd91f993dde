package org.leadscore.page;

/** A term with its meaning. */
public record Term(String name, String meaning) {}
