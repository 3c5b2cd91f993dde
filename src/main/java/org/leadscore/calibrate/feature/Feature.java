package org.leadscore.calibrate.feature;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.lead.Points;

/**
 * A column that is ready for learning, with the table of values or tiers that it may have asked for.
 *
 * @param index of the column in its history
 * @param isAmount whether it has a measure in each row; all others have one of their entries or none
 * @param choice by row the entry that holds, or {@link History#NONE}; for an amount, 0 where it is above 0
 */
public record Feature(int index, Column column, boolean isAmount, List<Entry> entries, IntUnaryOperator choice) {
    public Feature {
        entries = List.copyOf(entries);
    }

    /**
     * Makes the feature of a column. A table that is asked for is made without a look at the outcomes.
     *
     * @param leads one row for each lead
     */
    public static Feature of(HistoryRows leads, int index) {
        History history = leads.history();
        Column column = history.columns().get(index);
        return column.choose(
                choice -> new Feature(index, choice, false, choice.entries(), row -> history.choice(index, row)),
                amount -> new Feature(
                        index,
                        amount,
                        true,
                        amount.entries(),
                        row -> history.amount(index, row) > 0 ? 0 : History.NONE),
                values -> ValueTable.of(leads, index),
                numbers -> TierTable.of(leads, index));
    }

    /** True when the points of an entry are multiplied by a factor of the row. */
    public boolean fades() {
        return column.choose(Column.Choice::fades, amount -> false, values -> false, numbers -> false);
    }

    /** The factor of the points of a row's entry, above 0 and at most 1; 1 where nothing fades. */
    double factor(History history, int row) {
        return fades() ? Points.toDouble(history.factor(index, row)) : 1;
    }
}
