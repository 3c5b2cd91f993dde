package org.leadscore.calibrate.rows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some rows of a history, in their order; the history itself is shared. */
public final class HistoryRows {

    private final History history;
    private final int[] rows;

    private HistoryRows(History history, int[] rows) {
        this.history = history;
        this.rows = rows;
    }

    /** Selects every row of a history. */
    public static HistoryRows all(History history) {
        return new HistoryRows(history, IntStream.range(0, history.rows()).toArray());
    }

    /** Selects those of these rows whose number in the history the predicate accepts. */
    public HistoryRows where(IntPredicate rowIsIn) {
        return new HistoryRows(history, Arrays.stream(rows).filter(rowIsIn).toArray());
    }

    /** The history that the rows belong to. */
    public History history() {
        return history;
    }

    /** Number of rows; their places are numbered from 0. */
    public int size() {
        return rows.length;
    }

    /** The number in the history of the row at this place, of {@link #size}. */
    public int row(int place) {
        return rows[place];
    }

    /** Number of rows that are conversions. */
    public int conversions() {
        return (int) Arrays.stream(rows).filter(history::converted).count();
    }

    /** Picks this part's figures out of figures by row, in the order of the places. */
    public double[] byPlace(double[] byRow) {
        return Arrays.stream(rows).mapToDouble(row -> byRow[row]).toArray();
    }

    /** The outcomes by place, true for a conversion. */
    public boolean[] outcomes() {
        boolean[] outcomes = new boolean[rows.length];
        for (int place = 0; place < rows.length; place++) {
            outcomes[place] = history.converted(rows[place]);
        }
        return outcomes;
    }

    /** True when no lead has more than one of these rows. */
    public boolean eachLeadOnce() {
        BitSet seen = new BitSet(history.leadNumbers());
        for (int row : rows) {
            if (seen.get(history.lead(row))) {
                return false;
            }
            seen.set(history.lead(row));
        }
        return true;
    }
}
