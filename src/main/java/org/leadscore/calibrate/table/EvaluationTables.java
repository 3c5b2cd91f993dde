package org.leadscore.calibrate.table;

import java.util.List;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.quality.Wilson;
import org.leadscore.calibrate.rows.Counts;

/** Tables of an evaluation: conversions per bucket, and how far the points of the population have moved. */
public final class EvaluationTables {

    private EvaluationTables() {}

    /** The rows of one bucket and the conversions among them; a lead has a row at each snapshot. */
    public record BucketRows(String bucket, Counts rows) {}

    /**
     * The population stability index of a rule's points, or of all points.
     *
     * @param what the name that is shown
     */
    public record Movement(String what, double index) {}

    /** Prints rows, conversions and the rate with its 95 % interval (Wilson 1927) of each bucket, in the order given. */
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

    /** Prints stability indexes, in the order given. */
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
