package org.leadscore.calibrate.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one column of a history, by row, packed as tightly as the kind of column allows. A {@link HistoryBuilder}
 * fills them, a {@link History} reads them.
 */
sealed interface Cells {

    /** Makes room for so many rows; new ones hold {@link History#NONE}, 0, the empty text, or no number. */
    void grow(int rows);

    /** Makes the cells for a kind of column, without rows. */
    static Cells of(Column column) {
        return column.choose(
                choice -> new Choices(choice.entries().size(), choice.fades()),
                amount -> new Amounts(),
                values -> new Texts(),
                numbers -> new Doubles());
    }

    /** Entries of a {@link Column.Choice}: a byte for each row where the entries fit in it, else two. */
    final class Choices implements Cells {
        private static final int WHOLE = 1_000_000;

        private final int entries; // how many the column has
        private final boolean narrow; // true when bytes are used, false when shorts are
        private byte[] bytes = {}; // by row: entry + 1, 0 for none
        private short[] shorts = {}; // likewise
        private final boolean fades; // true when rows have factors
        private int[] factors = {}; // by row: millionths; empty where nothing fades

        Choices(int entries, boolean fades) {
            this.entries = entries;
            this.fades = fades;
            narrow = entries <= Byte.MAX_VALUE;
        }

        int at(int row) {
            return (narrow ? bytes[row] : shorts[row]) - 1;
        }

        void set(int row, int entry) {
            if (entry < History.NONE || entry >= entries) {
                throw new IllegalArgumentException("entry " + entry + " of " + entries);
            }
            if (fades) {
                factors[row] = WHOLE;
            }
            if (narrow) {
                bytes[row] = (byte) (entry + 1);
            } else {
                shorts[row] = (short) (entry + 1);
            }
        }

        int factorAt(int row) {
            return fades ? factors[row] : WHOLE;
        }

        void fade(int row, long millionths) {
            if (!fades || millionths <= 0 || millionths > WHOLE) {
                throw new IllegalArgumentException("a factor of " + millionths + " millionths");
            }
            factors[row] = (int) millionths;
        }

        @Override
        public void grow(int rows) {
            factors = fades ? Arrays.copyOf(factors, rows) : factors;
            bytes = narrow ? Arrays.copyOf(bytes, rows) : bytes;
            shorts = narrow ? shorts : Arrays.copyOf(shorts, rows);
        }
    }

    /** Measures of a {@link Column.Amount}, in millionths of an occurrence. */
    final class Amounts implements Cells {
        private long[] millionths = {}; // by row, 0 or more

        long at(int row) {
            return millionths[row];
        }

        void set(int row, long amount) {
            if (amount < 0) {
                throw new IllegalArgumentException("a measure of " + amount + " millionths");
            }
            millionths[row] = amount;
        }

        @Override
        public void grow(int rows) {
            millionths = Arrays.copyOf(millionths, rows);
        }
    }

    /** Texts of a {@link Column.Values}: each distinct text is kept once, and rows hold its number. */
    final class Texts implements Cells {
        private final List<String> texts = new ArrayList<>(List.of("")); // by number, the empty text as 0
        private final Map<String, Integer> numbers = new HashMap<>(Map.of("", 0)); // by text
        private int[] numberOfRow = {};

        int at(int row) {
            return numberOfRow[row];
        }

        void set(int row, String text) {
            numberOfRow[row] = numbers.computeIfAbsent(text, added -> {
                texts.add(added);
                return texts.size() - 1;
            });
        }

        List<String> texts() {
            return texts;
        }

        @Override
        public void grow(int rows) {
            numberOfRow = Arrays.copyOf(numberOfRow, rows);
        }
    }

    /** Numbers of a {@link Column.Numbers}; not a number where a row has none. */
    final class Doubles implements Cells {
        private double[] numbers = {}; // by row

        double at(int row) {
            return numbers[row];
        }

        void set(int row, double number) {
            numbers[row] = number;
        }

        @Override
        public void grow(int rows) {
            int before = numbers.length;
            numbers = Arrays.copyOf(numbers, rows);
            Arrays.fill(numbers, before, rows, Double.NaN);
        }
    }
}
