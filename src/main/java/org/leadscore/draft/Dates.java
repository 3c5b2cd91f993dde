package org.leadscore.draft;

/** The order of day and month in a date of three numbers, as far as the user or the values tell it. */
public enum Dates {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST;

    /** True when the day is taken to stand first in a date that can be read either way. */
    boolean takesDayFirst() {
        return switch (this) {
            case UNKNOWN, DAY_FIRST -> true;
            case MONTH_FIRST -> false;
        };
    }
}
