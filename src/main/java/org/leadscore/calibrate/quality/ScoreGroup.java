package org.leadscore.calibrate.quality;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.calibrate.rows.Counts;

/**
 * Leads of similar scores: the chance that their scores promised, and what became of them.
 *
 * @param from the lowest whole score, {@code to} the highest
 * @param rows of the group and the conversions among them
 * @param promised the mean of their chances, from 0 to 1
 */
public record ScoreGroup(int from, int to, Counts rows, double promised) {

    private static final int WIDTH = 10;
    private static final int TOP = 100;
    private static final int FEW_CONVERSIONS = 50;
    private static final double FEWEST_EXPECTED = 1;
    private static final double FEWEST_EXPECTED_OF_FEW = 5;

    /** The interval of the rate that was seen. */
    public Interval interval() {
        return Wilson.of(rows);
    }

    /** True when the promise lies within the interval of what was seen. */
    public boolean isKept() {
        return interval().contains(promised);
    }

    /**
     * Groups rows by tens of their scores, the lowest first. A group that promises less than one conversion is one with the next, or less
     * than five where fewer than fifty converted.
     *
     * @param scores by row; held within 0 and 100 and rounded
     * @param chances by row, that its score promised
     */
    public static List<ScoreGroup> of(double[] scores, double[] chances, boolean[] converted) {
        int groups = TOP / WIDTH;
        int[] rows = new int[groups];
        int[] won = new int[groups];
        double[] expected = new double[groups];
        int conversions = 0;
        for (int row = 0; row < scores.length; row++) {
            long score = Math.round(Math.max(0, Math.min(TOP, scores[row])));
            int group = (int) Math.min(groups - 1, score / WIDTH);
            rows[group]++;
            won[group] += converted[row] ? 1 : 0;
            conversions += converted[row] ? 1 : 0;
            expected[group] += chances[row];
        }
        double fewest = conversions < FEW_CONVERSIONS ? FEWEST_EXPECTED_OF_FEW : FEWEST_EXPECTED;
        List<ScoreGroup> merged = new ArrayList<>();
        int from = 0;
        int n = 0;
        int k = 0;
        double sum = 0;
        for (int group = 0; group < groups; group++) {
            n += rows[group];
            k += won[group];
            sum += expected[group];
            if (sum >= fewest) {
                merged.add(new ScoreGroup(from * WIDTH, to(group, groups), new Counts(n, k), sum / n));
                from = group + 1;
                n = 0;
                k = 0;
                sum = 0;
            }
        }
        if (n > 0 && merged.isEmpty()) {
            merged.add(new ScoreGroup(0, TOP, new Counts(n, k), sum / n));
        } else if (n > 0) {
            ScoreGroup last = merged.remove(merged.size() - 1);
            int all = last.rows().leads() + n;
            Counts counts = new Counts(all, last.rows().conversions() + k);
            double promised = (last.promised() * last.rows().leads() + sum) / all;
            merged.add(new ScoreGroup(last.from(), TOP, counts, promised));
        }
        return merged;
    }

    private static int to(int group, int groups) {
        return group == groups - 1 ? TOP : (group + 1) * WIDTH - 1;
    }
}
