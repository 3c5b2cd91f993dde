package org.leadscore.engine.files;

import org.leadscore.rules.condition.Wanted;

/**
 * The values of a column that rules compare as numbers or dates and that are none. Made by {@link ValueProblems}, shown
 * in the summary.
 *
 * @param count number of rows with such a value
 * @param firstPlace the place of the first value, {@code file:line:column}
 * @param right words for the look of a right value, to go behind its name; empty for numbers
 */
public record WrongValues(Wanted wanted, String source, String column, long count, String firstPlace, String right) {}
