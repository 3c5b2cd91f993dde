package org.leadscore.calibrate.rows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Leads as they were at moments of the past, and whether they became customers in time: a row for each lead at each
 * snapshot, a column for each rule. In a flat history, which knows no times, each lead stands in one row.
 *
 * <p>Made by a {@link HistoryBuilder} and never changed afterwards; safe to read from any thread.
 */
public final class History {

    /** The choice of a row in which no entry of the column holds. */
    public static final int NONE = -1;

    /** The most entries that a column can have. */
    public static final int MOST_ENTRIES = Short.MAX_VALUE;

    private final List<Column> columns;
    private final List<Cells> cells; // by column
    private final List<Instant> snapshots; // oldest first; empty in a flat history
    private final Duration horizon; // zero in a flat history
    private final int rows; // how many there are; the arrays may have room for more
    private final int[] leads; // number of the lead, by row
    private final short[] snapshotOfRow; // index of the snapshot, by row
    private final boolean[] converted; // by row
    private final int leadCount; // the highest number of a lead + 1

    History(HistoryBuilder from, int rows, int[] leads, short[] snapshotOfRow, boolean[] converted, int leadCount) {
        this.columns = from.columns();
        this.cells = from.cells();
        this.snapshots = from.snapshots();
        this.horizon = from.horizon();
        this.rows = rows;
        this.leads = leads;
        this.snapshotOfRow = snapshotOfRow;
        this.converted = converted;
        this.leadCount = leadCount;
    }

    private History(History from, List<Integer> kept) {
        this.columns = kept.stream().map(from.columns::get).toList();
        this.cells = kept.stream().map(from.cells::get).toList();
        this.snapshots = from.snapshots;
        this.horizon = from.horizon;
        this.rows = from.rows;
        this.leads = from.leads;
        this.snapshotOfRow = from.snapshotOfRow;
        this.converted = from.converted;
        this.leadCount = from.leadCount;
    }

    /** The same rows without the columns of some rules. Takes no memory for them: both share what they have in common. */
    public History without(Set<String> rules) {
        return new History(
                this,
                IntStream.range(0, columns.size())
                        .filter(column -> !rules.contains(columns.get(column).rule()))
                        .boxed()
                        .toList());
    }

    /** The columns, one for each rule; their indexes are used by the other methods. */
    public List<Column> columns() {
        return columns;
    }

    /** The moments, oldest first; empty for a flat history. */
    public List<Instant> snapshots() {
        return snapshots;
    }

    /** The time after a snapshot within which a conversion counts; zero for a flat history. */
    public Duration horizon() {
        return horizon;
    }

    /** True when the history knows no times, and each lead stands in one row. */
    public boolean isFlat() {
        return snapshots.isEmpty();
    }

    /** Number of rows; more than leads where leads stand at several snapshots. */
    public int rows() {
        return rows;
    }

    /** One more than the highest number of a lead. */
    public int leadNumbers() {
        return leadCount;
    }

    /** The number of the row's lead, from 0. */
    public int lead(int row) {
        return leads[row];
    }

    /** The index of the row's moment in {@link #snapshots}; 0 in a flat history. */
    public int snapshot(int row) {
        return snapshotOfRow[row];
    }

    /** True when the row's lead became a customer within the horizon; in a flat history, at any time. */
    public boolean converted(int row) {
        return converted[row];
    }

    /** The index of the entry of a {@link Column.Choice} that holds, or {@link #NONE}. */
    public int choice(int column, int row) {
        return ((Cells.Choices) cells.get(column)).at(row);
    }

    /** The factor of the points of the entry of a {@link Column.Choice} that holds, in millionths; above 0, at most 1. */
    public int factor(int column, int row) {
        return ((Cells.Choices) cells.get(column)).factorAt(row);
    }

    /** The measure of a {@link Column.Amount}, in millionths of an occurrence. */
    public long amount(int column, int row) {
        return ((Cells.Amounts) cells.get(column)).at(row);
    }

    /** The text of a {@link Column.Values} as {@link #texts} numbers it. */
    public int text(int column, int row) {
        return ((Cells.Texts) cells.get(column)).at(row);
    }

    /** The distinct texts of a {@link Column.Values}. */
    public List<String> texts(int column) {
        return ((Cells.Texts) cells.get(column)).texts();
    }

    /** The number of a {@link Column.Numbers}; not-a-number where there is none. */
    public double number(int column, int row) {
        return ((Cells.Doubles) cells.get(column)).at(row);
    }
}
