package org.leadscore.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a history holds in one column, a row after the other, as packed as the kind of column allows. */
sealed interface Cells {

    /** Makes room; the rows that are new hold {@link History#NONE}, 0, the empty text, or no number. */
    void grow(int rows);

    static Cells of(Column column) {
        if (column instanceof Column.Choice choice) {
            return new Choices(choice.entries().size());
        }
        if (column instanceof Column.Amount) {
            return new Amounts();
        }
        return column instanceof Column.Values ? new Texts() : new Doubles();
    }

    /** One byte a row as long as that is enough. */
    final class Choices implements Cells {
        private final int entries;
        private final boolean narrow;
        private byte[] bytes = {};
        private short[] shorts = {};

        Choices(int entries) {
            this.entries = entries;
            narrow = entries <= Byte.MAX_VALUE;
        }

        int at(int row) {
            return (narrow ? bytes[row] : shorts[row]) - 1;
        }

        void set(int row, int entry) {
            if (entry < History.NONE || entry >= entries) {
                throw new IllegalArgumentException("entry " + entry + " of " + entries);
            }
            if (narrow) {
                bytes[row] = (byte) (entry + 1);
            } else {
                shorts[row] = (short) (entry + 1);
            }
        }

        @Override
        public void grow(int rows) {
            bytes = narrow ? Arrays.copyOf(bytes, rows) : bytes;
            shorts = narrow ? shorts : Arrays.copyOf(shorts, rows);
        }
    }

    final class Amounts implements Cells {
        private long[] millionths = {};

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

    /** Each distinct text once, the empty one first. */
    final class Texts implements Cells {
        private final List<String> texts = new ArrayList<>(List.of(""));
        private final Map<String, Integer> numbers = new HashMap<>(Map.of("", 0));
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

    final class Doubles implements Cells {
        private double[] numbers = {};

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
