package org.leadscore.engine.probe;

/**
 * The cells of one column of a source, counted. Made by {@link ExportReader}, shown by {@code check}.
 *
 * @param filled number of cells that are not blank
 * @param read number of these that the rule file looks at and that have the form it wants, such as a number
 * @param unknown number of these that pass no test of any rule; below 0 where no rule tests the column
 */
public record ColumnFigures(String source, String column, long filled, long read, long unknown) {}
