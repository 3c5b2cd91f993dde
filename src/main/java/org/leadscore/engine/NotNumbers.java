package org.leadscore.engine;

/**
 * Values of a column that rules compare as numbers and that are none.
 *
 * @param firstPlace of the first one, {@code file:line:column}
 */
public record NotNumbers(String source, String column, long count, String firstPlace) {}
