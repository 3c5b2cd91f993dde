package org.leadscore.draft;

/** The order of day and month in a date of three numbers, as far as the user or the values tell it. */
public enum Dates {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST
}
