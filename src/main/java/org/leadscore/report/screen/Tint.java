package org.leadscore.report.screen;

import org.jspecify.annotations.Nullable;

/** Says what the cells of a table mean. */
@FunctionalInterface
public interface Tint {

    /** No cell means anything beyond its text. */
    Tint NONE = (row, column, cell) -> null;

    /** The first row is the head of the table. */
    Tint HEADED = (row, column, cell) -> row == 0 ? Meaning.HEADING : null;

    /**
     * The meaning of a cell; null for none.
     *
     * @param row from 0
     * @param column from 0
     * @param cell its text, or a line of it
     */
    @Nullable
    Meaning of(int row, int column, String cell);
}
