package org.leadscore.engine.files;

/**
 * The values of a column that rules compare as numbers and that are none. Made by {@link NumberProblems}, shown in the
 * summary.
 *
 * @param count number of rows with such a value
 * @param firstPlace the place of the first value, {@code file:line:column}
 */
public record NotNumbers(String source, String column, long count, String firstPlace) {}
