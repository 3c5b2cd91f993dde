package org.leadscore.draft;

/** The order of day, month and year in a date of three numbers, as far as the user or the values tell it. */
public enum Dates {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST,
    /** The year, then the month; only a year of two digits leaves that open. */
    YEAR_FIRST
}
