package org.leadscore.page;

/**
 * A figure with its name and its change.
 *
 * @param look CSS classes of the square before it; empty for none
 * @param change empty where nothing is known
 */
public record Figure(String name, String look, String number, String change) {}
