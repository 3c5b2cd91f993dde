package org.leadscore.calibrate.feature;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.lead.Points;

/**
 * Adds up the points of rows, in millionths: those of their entries and occurrences times the groups' weights. Bounds of
 * rules and groups and the loss by inactivity are left out.
 */
public final class RowPoints {

    private RowPoints() {}

    /**
     * Adds up columns.
     *
     * @param written by feature and entry, in millionths before the group's weight
     * @return by place of the part
     */
    public static long[] of(HistoryRows part, List<Feature> features, List<long[]> written) {
        List<long[]> counted = IntStream.range(0, features.size())
                .mapToObj(column -> counted(features.get(column).column().weight(), written.get(column)))
                .toList();
        long[] sums = new long[part.size()];
        Arrays.parallelSetAll(sums, place -> sum(part.history(), part.row(place), features, counted));
        return sums;
    }

    private static long sum(History history, int row, List<Feature> features, List<long[]> counted) {
        long sum = 0;
        for (int column = 0; column < features.size(); column++) {
            Feature feature = features.get(column);
            int entry = feature.choice().applyAsInt(row);
            if (entry != History.NONE) {
                long points = counted.get(column)[entry];
                if (feature.isAmount()) {
                    sum += Math.round(Points.toDouble(history.amount(feature.index(), row)) * points);
                } else {
                    sum += feature.fades() ? Math.round(feature.factor(history, row) * points) : points;
                }
            }
        }
        return sum;
    }

    /** The points of the rule file as it stands, by feature and entry, in millionths before the group's weight. */
    public static List<long[]> today(List<Feature> features) {
        return features.stream()
                .map(feature ->
                        feature.entries().stream().mapToLong(Entry::points).toArray())
                .toList();
    }

    private static long[] counted(BigDecimal weight, long[] points) {
        long[] counted = new long[points.length];
        for (int entry = 0; entry < points.length; entry++) {
            counted[entry] = BigDecimal.valueOf(points[entry])
                    .multiply(weight)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
        return counted;
    }
}
