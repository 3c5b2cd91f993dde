package org.leadscore.calibrate.feature;

import java.util.List;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.lead.Points;

/**
 * The distinct rows of a part, each a pattern of cells; a cell is an entry of a column, or none of them. Sums over rows are
 * taken over patterns instead, which are far fewer where there are a few rules of a few entries each and nothing fades.
 *
 * <p>Cell 0 is the intercept's. A column of choices has a cell for none and one for each entry, an amount a single one, in
 * which stands its measure, standardised over the rows. The value of an entry that fades is its factor, that of others 1.
 */
public final class Patterns {

    public static final int INTERCEPT = 0;

    private final HistoryRows part;
    private final List<Feature> features;
    private final int[] firstCell; // by column
    private final int cellCount; // the intercept's included
    private final double[] mean; // by column: of an amount, in occurrences; else 0
    private final double[] deviation; // by column: standard deviation of an amount, in occurrences; else 0

    private final int[] patternOfPlace;
    private final int[] firstPlace; // by pattern: the place of its first row
    private final int[] cells; // by pattern and column
    private final int[] amountOfColumn; // its number among the amounts and what fades, or −1
    private final int amounts; // how many columns are amounts or fade
    private final double[] values; // by pattern and amount: the standardised measure, or the factor

    /** Finds the patterns of the rows. */
    public Patterns(HistoryRows part, List<Feature> features) {
        this.part = part;
        this.features = List.copyOf(features);
        firstCell = new int[features.size()];
        int next = INTERCEPT + 1;
        for (int i = 0; i < firstCell.length; i++) {
            firstCell[i] = next;
            next += features.get(i).isAmount() ? 1 : features.get(i).entries().size() + 1;
        }
        cellCount = next;
        mean = new double[firstCell.length];
        deviation = new double[firstCell.length];
        standardise();
        patternOfPlace = new int[part.size()];
        firstPlace = new PatternIndex(part, features).fill(patternOfPlace);
        cells = new int[firstPlace.length * firstCell.length];
        amountOfColumn = new int[firstCell.length];
        int found = 0;
        for (int i = 0; i < firstCell.length; i++) {
            amountOfColumn[i] = features.get(i).isAmount() || features.get(i).fades() ? found++ : -1;
        }
        amounts = found;
        values = new double[firstPlace.length * amounts];
        fillCells();
    }

    /** The rows that the patterns were found in. */
    public HistoryRows part() {
        return part;
    }

    /** The features, in the order of the columns. */
    public List<Feature> features() {
        return features;
    }

    /** Number of patterns. */
    public int size() {
        return firstPlace.length;
    }

    /** The number of the pattern of the row at a place of {@link #part}. */
    public int patternOfPlace(int place) {
        return patternOfPlace[place];
    }

    /** The number of columns. */
    public int columns() {
        return firstCell.length;
    }

    /** The number of cells over all columns, the intercept included. */
    public int cellCount() {
        return cellCount;
    }

    /** The cell of an entry, or of {@link History#NONE}. */
    public int cellOf(int column, int entry) {
        return features.get(column).isAmount() ? firstCell[column] : firstCell[column] + 1 + entry;
    }

    /** The number of the cell that a pattern has in a column. */
    public int cell(int pattern, int column) {
        return cells[pattern * firstCell.length + column];
    }

    /** The value of a pattern's cell: 1, the factor of an entry that fades, or the standardised measure of an amount. */
    public double value(int pattern, int column) {
        int amount = amountOfColumn[column];
        return amount < 0 ? 1 : values[pattern * amounts + amount];
    }

    /** The change of a cell's value with one more occurrence; 0 for a measure that is the same in all rows. */
    public double perOccurrence(int column) {
        return deviation[column] == 0 ? 0 : 1 / deviation[column];
    }

    /**
     * The log odds of a pattern.
     *
     * @param effects by cell, in log odds
     */
    public double logOdds(int pattern, double[] effects) {
        double sum = effects[INTERCEPT];
        for (int column = 0; column < firstCell.length; column++) {
            sum += effects[cell(pattern, column)] * value(pattern, column);
        }
        return sum;
    }

    private void standardise() {
        for (int column = 0; column < firstCell.length; column++) {
            if (features.get(column).isAmount()) {
                int index = features.get(column).index();
                double sum = 0;
                double squares = 0;
                for (int place = 0; place < part.size(); place++) {
                    sum += occurrences(index, part.row(place));
                }
                mean[column] = sum / part.size();
                for (int place = 0; place < part.size(); place++) {
                    double off = occurrences(index, part.row(place)) - mean[column];
                    squares += off * off;
                }
                deviation[column] = Math.sqrt(squares / part.size());
            }
        }
    }

    private void fillCells() {
        for (int pattern = 0; pattern < firstPlace.length; pattern++) {
            int row = part.row(firstPlace[pattern]);
            for (int column = 0; column < firstCell.length; column++) {
                Feature feature = features.get(column);
                cells[pattern * firstCell.length + column] =
                        cellOf(column, feature.choice().applyAsInt(row));
                if (feature.isAmount()) {
                    values[pattern * amounts + amountOfColumn[column]] =
                            (occurrences(feature.index(), row) - mean[column]) * perOccurrence(column);
                } else if (feature.fades()) {
                    values[pattern * amounts + amountOfColumn[column]] = feature.factor(part.history(), row);
                }
            }
        }
    }

    private double occurrences(int index, int row) {
        return Points.toDouble(part.history().amount(index, row));
    }
}
