package org.leadscore.calibrate.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.leadscore.calibrate.feature.Shrinkage;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.quality.Significance;
import org.leadscore.calibrate.quality.Wilson;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.lead.Points;

/**
 * An attribute of leads that no rule asks for yet, with its counts and statistics in a history.
 *
 * @param name of the attribute, for a reader
 * @param counts of leads, one row each
 * @param ratio rate ÷ overall rate
 * @param q p after the correction for how many were tested
 * @param points in millionths, whole points: s · W ÷ ln 2, cut at ±15
 * @param value the gain in log likelihood, in natural logarithms, of one rate with the attribute and one without it over
 *     one overall rate (half of G, S. S. Wilks, 1938, Ann. Math. Stat. 9, 60–62)
 */
public record Discovery(
        String name, Counts counts, double ratio, Interval wilson, double q, long points, double value) {

    private static final long MOST = 15 * Points.ONE;
    private static final int FEW_CONVERSIONS = 100;

    /** True when q is at most 0.10: of such attributes a tenth at most is expected to be there by chance. */
    public boolean isSignificant() {
        return q <= Significance.LEVEL;
    }

    /**
     * Computes ratio, interval, q, points and value of each attribute, in the order given.
     *
     * @param names of the attributes, as many as counts
     * @param whole all leads
     */
    public static List<Discovery> of(List<String> names, List<Counts> counts, Counts whole) {
        double overall = whole.rate();
        double[] q = Significance.q(
                counts.stream().mapToDouble(each -> Significance.p(each, whole)).toArray());
        Shrinkage shrinkage = Shrinkage.from(counts, overall);
        double scale = (whole.conversions() < FEW_CONVERSIONS ? 2 : 3) / StrictMath.log(2);
        return IntStream.range(0, names.size())
                .mapToObj(i -> {
                    Counts each = counts.get(i);
                    double evidence = scale * shrinkage.evidence(each.leads(), each.conversions());
                    long points = Math.max(-MOST, Math.min(MOST, Math.round(evidence) * Points.ONE));
                    return new Discovery(
                            names.get(i),
                            each,
                            each.rate() / overall,
                            Wilson.of(each),
                            q[i],
                            points,
                            told(each, overall) + told(each.restOf(whole), overall));
                })
                .toList();
    }

    /** The order of tables: the greatest value first, equal ones by name. */
    public static Comparator<Discovery> mostValuableFirst() {
        return Comparator.comparingDouble(Discovery::value).reversed().thenComparing(Discovery::name);
    }

    /** Prints discoveries as a table under a title, one line each, in the order given. */
    public static String table(String title, List<Discovery> discoveries) {
        return new Sheet<>(title, discoveries)
                .text("attribute", line -> Sheet.oneLine(line.name()))
                .count("n", line -> line.counts().leads())
                .count("k", line -> line.counts().conversions())
                .figure("rate %", "0.00", line -> 100 * line.counts().rate())
                .figure("ratio", "0.00", Discovery::ratio)
                .figure("from", "0.00", line -> 100 * line.wilson().low())
                .figure("to", "0.00", line -> 100 * line.wilson().high())
                .figure("q", "0.0000", Discovery::q)
                .print();
    }

    private static double told(Counts counts, double overall) {
        int won = counts.conversions();
        int lost = counts.leads() - won;
        return part(won, counts.leads() * overall) + part(lost, counts.leads() * (1 - overall));
    }

    private static double part(int seen, double expected) {
        return seen == 0 ? 0 : seen * StrictMath.log(seen / expected);
    }
}
