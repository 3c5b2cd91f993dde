package org.leadscore.calibrate.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.LeadRows;

/**
 * The conversions that a team reaches which works on so many leads a week.
 *
 * @param perWeek the leads that it can work on
 * @param now by the points that are looked at
 * @param before by those that they are compared with; null without them
 */
public record CapacityStep(
        int perWeek, Capacity now, @Nullable Capacity before) {

    private static final int MOST = 10;
    private static final int[] STEPS = {1, 2, 5};

    /**
     * Computes the steps from few leads a week to all of them, in round numbers.
     *
     * @param now points by place of the part, likewise {@code before}, which is empty without others
     * @param weeks that the part spans
     * @param asked a number of leads a week that is to be among them; null for none
     * @param seed by which the leads of the part are counted
     */
    public static List<CapacityStep> of(
            HistoryRows part, long[] now, long[] before, double weeks, @Nullable Integer asked, long seed) {
        double all = LeadRows.counts(part, seed).leads() / weeks;
        TreeSet<Integer> steps = new TreeSet<>();
        int step = step(all);
        for (int perWeek = step; perWeek - step < all; perWeek += step) {
            steps.add(perWeek);
        }
        if (asked != null) {
            steps.add(asked);
        }
        List<CapacityStep> curve = new ArrayList<>();
        for (int perWeek : steps) {
            curve.add(new CapacityStep(
                    perWeek,
                    Capacity.of(part, now, perWeek, weeks),
                    before.length == 0 ? null : Capacity.of(part, before, perWeek, weeks)));
        }
        return curve;
    }

    private static int step(double all) {
        for (int power = 1; power < Integer.MAX_VALUE / MOST; power *= MOST) {
            for (int step : STEPS) {
                if (all <= (double) MOST * step * power) {
                    return step * power;
                }
            }
        }
        return Integer.MAX_VALUE / 2;
    }
}
