package org.leadscore.calibrate;

import java.util.List;

/** What became of leads by their buckets, and how the population moved, as tables. */
public final class EvaluationTables {

    private EvaluationTables() {}

    /** The leads of one bucket, a row at each snapshot. */
    public record BucketRows(String bucket, Counts rows) {}

    /** How far the points of a rule, or all points, have moved. */
    public record Movement(String what, double index) {}

    /** Conversions per bucket, in the order given. */
    public static String buckets(List<BucketRows> buckets) {
        return new Sheet<>("conversions per bucket", buckets)
                .text("bucket", line -> Sheet.oneLine(line.bucket()))
                .count("rows", line -> line.rows().leads())
                .count("converted", line -> line.rows().conversions())
                .figure("rate %", "0.00", line -> 100 * line.rows().rate())
                .figure("from", "0.00", line -> 100 * interval(line).low())
                .figure("to", "0.00", line -> 100 * interval(line).high())
                .print();
    }

    /** Stability indexes, in the order given. */
    public static String movements(List<Movement> movements) {
        return new Sheet<>("population stability, the test against the time before", movements)
                .text("points of", line -> Sheet.oneLine(line.what()))
                .figure("PSI", "0.0000", Movement::index)
                .print();
    }

    private static Interval interval(BucketRows line) {
        return Wilson.of(line.rows());
    }
}
