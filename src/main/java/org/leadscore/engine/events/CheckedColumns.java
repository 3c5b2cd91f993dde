package org.leadscore.engine.events;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.leadscore.rules.condition.Wanted;

/**
 * The columns that are set aside, with the form that rules want of their values. Made by an {@link EventUse} or by
 * {@code ContactSpill}, taken by {@link RowRecord}: of values that may not have the form, the places must be known.
 */
public final class CheckedColumns {

    private static final int MOST_DIGITS = 15;

    /** By column, whether its values should have a form at all. */
    private final boolean[] checked;

    /** By column, whether its values should be dates. */
    private final boolean[] dates;

    /**
     * Columns of which some are checked.
     *
     * @param wanted by column, what its values should be
     * @param unchecked number of further columns, of which nothing is wanted
     */
    public CheckedColumns(List<Set<Wanted>> wanted, int unchecked) {
        checked = new boolean[wanted.size() + unchecked];
        dates = new boolean[checked.length];
        for (int column = 0; column < wanted.size(); column++) {
            checked[column] = !wanted.get(column).isEmpty();
            dates[column] = wanted.get(column).contains(Wanted.DATE);
        }
    }

    private CheckedColumns(boolean[] checked, boolean[] dates) {
        this.checked = checked;
        this.dates = dates;
    }

    /** These columns, and so many more of which nothing is wanted. */
    public CheckedColumns and(int unchecked) {
        int size = checked.length + unchecked;
        return new CheckedColumns(Arrays.copyOf(checked, size), Arrays.copyOf(dates, size));
    }

    /** Number of columns. */
    int size() {
        return checked.length;
    }

    /** True when a value of the column may have to be reported. */
    boolean isChecked(int column) {
        return checked[column];
    }

    /** True for a value that never has to be reported: a blank one, and a number of up to 15 digits where no date is wanted. */
    boolean isSound(int column, byte[] bytes, int start, int length) {
        if (length == 0 || dates[column] || length > MOST_DIGITS) {
            return length == 0;
        }
        for (int i = start; i < start + length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
