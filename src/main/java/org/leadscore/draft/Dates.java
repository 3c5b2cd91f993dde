package org.leadscore.draft;

/** What stands first in a date of three numbers, as far as somebody has said it. */
public enum Dates {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST
}
