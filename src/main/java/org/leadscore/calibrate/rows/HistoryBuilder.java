package org.leadscore.calibrate.rows;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Fills a {@link History} row by row, in any order of leads and snapshots. What is not set in a row is
 * {@link History#NONE}, 0, the empty text, or no number. For one thread.
 */
public final class HistoryBuilder {

    private static final int FIRST_ROWS = 1 << 12;

    private final List<Column> columns;
    private final List<Cells> cells; // by column
    private final List<Instant> snapshots; // oldest first; empty for a flat history
    private final Duration horizon; // zero for a flat history
    private int rows; // begun so far
    private int room; // rows that the arrays and cells have room for
    private int[] leads = {}; // number of the lead, by row
    private short[] snapshotOfRow = {}; // index of the snapshot, by row
    private boolean[] converted = {}; // by row
    private int highestLead = -1; // the highest number of a lead so far

    private HistoryBuilder(List<Column> columns, List<Instant> snapshots, Duration horizon) {
        this.columns = List.copyOf(columns);
        this.cells = columns.stream().map(Cells::of).toList();
        this.snapshots = List.copyOf(snapshots);
        this.horizon = horizon;
    }

    /**
     * Begins a history of leads as they were at several moments.
     *
     * @throws IllegalArgumentException unless the snapshots are there and in order, and the horizon is positive
     */
    public static HistoryBuilder ofSnapshots(List<Column> columns, List<Instant> snapshots, Duration horizon) {
        boolean inOrder = snapshots.stream().sorted().distinct().toList().equals(snapshots);
        if (snapshots.isEmpty() || snapshots.size() > Short.MAX_VALUE || !inOrder) {
            throw new IllegalArgumentException("snapshots " + snapshots);
        }
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("horizon " + horizon);
        }
        return new HistoryBuilder(columns, snapshots, horizon);
    }

    /** Begins a history of a table without times, in which each lead stands once. */
    public static HistoryBuilder flat(List<Column> columns) {
        return new HistoryBuilder(columns, List.of(), Duration.ZERO);
    }

    /**
     * Begins a row and answers its number.
     *
     * @param lead a number, small ones being cheapest: memory is taken up to the highest
     * @param snapshot an index into the snapshots; 0 in a flat history
     * @throws IllegalArgumentException for a negative lead or a snapshot that there is not
     */
    public int row(int lead, int snapshot, boolean isConversion) {
        if (lead < 0 || snapshot < 0 || snapshot >= Math.max(1, snapshots.size())) {
            throw new IllegalArgumentException("lead " + lead + " at snapshot " + snapshot);
        }
        if (rows == room) {
            grow(Math.max(FIRST_ROWS, room + (room >> 1)));
        }
        leads[rows] = lead;
        snapshotOfRow[rows] = (short) snapshot;
        converted[rows] = isConversion;
        highestLead = Math.max(highestLead, lead);
        return rows++;
    }

    /** Number of rows that have been begun. */
    public int rows() {
        return rows;
    }

    /**
     * Sets a {@link Column.Choice} of the newest row.
     *
     * @throws IllegalArgumentException for an entry that the column has not
     */
    public void choice(int column, int entry) {
        ((Cells.Choices) cells.get(column)).set(newest(), entry);
    }

    /**
     * Sets a {@link Column.Choice} that fades, of the newest row.
     *
     * @param millionths the factor of the entry's points, above 0 and at most a million
     * @throws IllegalArgumentException for an entry that the column has not, or another factor
     */
    public void choice(int column, int entry, long millionths) {
        choice(column, entry);
        ((Cells.Choices) cells.get(column)).fade(newest(), millionths);
    }

    /**
     * Sets a {@link Column.Amount} of the newest row.
     *
     * @param millionths of an occurrence: the sum of the decay factors after the limit
     * @throws IllegalArgumentException for a negative amount
     */
    public void amount(int column, long millionths) {
        ((Cells.Amounts) cells.get(column)).set(newest(), millionths);
    }

    /** Sets a {@link Column.Values} of the newest row; texts that rules hold to be equal have to be folded before. */
    public void text(int column, String text) {
        ((Cells.Texts) cells.get(column)).set(newest(), text);
    }

    /** Sets a {@link Column.Numbers} of the newest row. */
    public void number(int column, double number) {
        ((Cells.Doubles) cells.get(column)).set(newest(), number);
    }

    /** The history of the rows so far; the builder is used up. */
    public History build() {
        return new History(this, rows, leads, snapshotOfRow, converted, highestLead + 1);
    }

    List<Column> columns() {
        return columns;
    }

    List<Cells> cells() {
        return cells;
    }

    List<Instant> snapshots() {
        return snapshots;
    }

    Duration horizon() {
        return horizon;
    }

    private int newest() {
        if (rows == 0) {
            throw new IllegalStateException("no row has been begun");
        }
        return rows - 1;
    }

    private void grow(int more) {
        room = more;
        leads = Arrays.copyOf(leads, room);
        snapshotOfRow = Arrays.copyOf(snapshotOfRow, room);
        converted = Arrays.copyOf(converted, room);
        cells.forEach(column -> column.grow(room));
    }
}
