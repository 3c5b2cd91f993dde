package org.leadscore.calibrate.feature;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.lead.Numbers;

/**
 * Makes the table that {@code learn: tiers} asks for: a tier of its own for zero when a tenth or more of the numbers are
 * zero, then a tier for each fifth of the other numbers. A lead without a number is in none, and gets no points.
 */
final class TierTable {

    private static final int FIFTHS = 5;

    private TierTable() {}

    static Feature of(HistoryRows leads, int index) {
        History history = leads.history();
        double[] numbers = new double[leads.size()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = history.number(index, leads.row(place));
        }
        double[] sorted = Arrays.stream(numbers)
                .filter(Double::isFinite)
                .map(number -> number == 0 ? 0.0 : number) // −0 is 0
                .sorted()
                .toArray();
        long zeros = Arrays.stream(sorted).filter(number -> number == 0).count();
        boolean zeroApart = zeros > 0 && zeros * 10 >= sorted.length;
        double[] rest =
                zeroApart ? Arrays.stream(sorted).filter(number -> number != 0).toArray() : sorted;
        double[] limits = limits(rest);
        List<Entry> entries = entries(zeroApart, rest, limits);
        int first = zeroApart ? 1 : 0;
        return new Feature(index, history.columns().get(index), false, entries, row -> {
            double number = history.number(index, row);
            if (zeroApart && number == 0) {
                return 0;
            }
            int entry = first + tier(limits, number);
            return Double.isFinite(number) && entry < entries.size() ? entry : History.NONE;
        });
    }

    /**
     * The numbers at which the fifths begin, highest first, without that of the lowest fifth; one limit where all numbers are
     * the same. A fifth that would begin with the lowest number begins at the next one, so that a few leads with another
     * number than all the rest have a tier of their own.
     */
    private static double[] limits(double[] sorted) {
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return Arrays.copyOf(sorted, Math.min(1, sorted.length));
        }
        double second = Arrays.stream(sorted)
                .filter(number -> number > sorted[0])
                .findFirst()
                .orElseThrow();
        return IntStream.iterate(FIFTHS - 1, fifth -> fifth > 0, fifth -> fifth - 1)
                .mapToDouble(fifth -> Math.max(second, sorted[(int) ((long) sorted.length * fifth / FIFTHS)]))
                .distinct()
                .toArray();
    }

    private static int tier(double[] limits, double number) {
        int tier = 0;
        while (tier < limits.length && number < limits[tier]) {
            tier++;
        }
        return tier;
    }

    private static List<Entry> entries(boolean zeroApart, double[] sorted, double[] limits) {
        List<Entry> entries = new ArrayList<>();
        if (zeroApart) {
            entries.add(tier("at-least: 0, at-most: 0"));
        }
        for (double limit : limits) {
            entries.add(tier("at-least: " + plain(limit)));
        }
        if (limits.length > 0 && limits[limits.length - 1] > sorted[0]) {
            entries.add(tier("below: " + plain(limits[limits.length - 1])));
        }
        return entries;
    }

    private static Entry tier(String label) {
        return new Entry(Entry.Place.TIER, label, 0);
    }

    private static String plain(double number) {
        return Numbers.plain(BigDecimal.valueOf(number));
    }
}
