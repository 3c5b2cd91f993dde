package org.leadscore.rules.condition;

import org.jspecify.annotations.Nullable;
import org.leadscore.lead.NumberFormat;
import org.leadscore.lead.TimeFormat;

/**
 * The settings by which the values of one column are read when they are compared as numbers or times.
 *
 * @param numbers the form of the column's numbers
 * @param times the format of the column's dates and times
 * @param asOf the moment of scoring, in milliseconds since 1970 UTC
 * @param split the text between several values in one cell; null where a cell has one value
 */
public record Reading(
        NumberFormat numbers,
        TimeFormat times,
        long asOf,
        @Nullable String split) {

    /** The settings of a column with one value in each cell, and nothing between thousands. */
    public Reading(char decimal, TimeFormat times, long asOf) {
        this(new NumberFormat(decimal, NumberFormat.NONE), times, asOf, null);
    }
}
