package org.leadscore.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;

/** Finds the numbers at which tiers begin: quantiles of a column's values, rounded to numbers that people write. */
final class Borders {

    /** The first digits of numbers that people write, in tenths. */
    private static final List<Integer> ROUND = List.of(10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 90, 100);

    private static final BigDecimal TEN = BigDecimal.TEN;

    private Borders() {}

    /**
     * The lines of tiers, without indentation; none where the values do not tell leads apart. A tier that no value would be in is
     * left out.
     *
     * @param sorted numbers of one column, the smallest first
     * @param rows number of leads, those without a number included
     * @param points of the tiers, the highest first
     */
    static List<String> tiers(List<BigDecimal> sorted, int rows, List<Integer> points) {
        List<BigDecimal> above =
                sorted.stream().filter(number -> number.signum() > 0).toList();
        if (above.isEmpty() || sorted.get(0).compareTo(sorted.get(sorted.size() - 1)) == 0 && sorted.size() == rows) {
            return List.of();
        }
        boolean hasNone = (rows - above.size()) * 20 >= rows; // a twentieth without any
        List<BigDecimal> borders = new ArrayList<>();
        BigDecimal most = above.get(above.size() - 1);
        BigDecimal before = null;
        int last = hasNone ? points.size() - 1 : points.size();
        for (int i = 0; i < last; i++) {
            int percent = last == 1 ? 50 : 90 - i * (hasNone ? 40 : 30);
            BigDecimal border = round(above.get(Math.min(above.size() - 1, above.size() * percent / 100)), most);
            boolean isNew = before == null || border.compareTo(before) < 0;
            boolean isBeginning = !hasNone && border.compareTo(above.get(0)) <= 0; // all would be in it
            if (isNew
                    && !isBeginning
                    && isReached(above, border, before)
                    && (!hasNone || border.compareTo(above.get(0)) > 0)) {
                borders.add(border);
                before = border;
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < borders.size(); i++) {
            lines.add("  - {at-least: " + Numbers.plain(borders.get(i)) + ", points: " + points.get(i) + "}");
        }
        if (hasNone) {
            lines.add("  - {above: 0, points: " + points.get(Math.min(borders.size(), points.size() - 1)) + "}");
        }
        return lines;
    }

    /** The nearest number that people write, a smaller one where that would be above all values. */
    static BigDecimal round(BigDecimal number, BigDecimal most) {
        int exponent = number.precision() - number.scale() - 1;
        boolean isSmall = exponent < 1 && number.stripTrailingZeros().scale() <= 0;
        if (isSmall) {
            return number; // 1 to 9
        }
        BigDecimal unit = TEN.pow(Math.abs(exponent));
        BigDecimal tenths = exponent < 0
                ? number.multiply(unit).multiply(TEN)
                : number.multiply(TEN).divide(unit, 6, RoundingMode.HALF_UP);
        BigDecimal best = BigDecimal.valueOf(10);
        for (int each : ROUND) {
            BigDecimal candidate = BigDecimal.valueOf(each);
            BigDecimal whole = scaled(candidate, unit, exponent);
            boolean isNearer = candidate
                            .subtract(tenths)
                            .abs()
                            .compareTo(best.subtract(tenths).abs())
                    < 0;
            if (whole.compareTo(most) <= 0 && isNearer) {
                best = candidate;
            }
        }
        return scaled(best, unit, exponent).stripTrailingZeros();
    }

    private static BigDecimal scaled(BigDecimal tenths, BigDecimal unit, int exponent) {
        return exponent < 0
                ? tenths.divide(TEN.multiply(unit), 12, RoundingMode.HALF_UP)
                : tenths.multiply(unit).divide(TEN, 12, RoundingMode.HALF_UP);
    }

    private static boolean isReached(List<BigDecimal> above, BigDecimal border, @Nullable BigDecimal below) {
        return above.stream()
                .anyMatch(number -> number.compareTo(border) >= 0 && (below == null || number.compareTo(below) < 0));
    }
}
