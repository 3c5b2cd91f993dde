package org.leadscore.calibrate.quality;

import java.util.List;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.lead.Points;

/**
 * The measures of a ranking of past leads by points: how well it tells conversions from others, and how well the chance that
 * was fitted to the points is met.
 *
 * @param rows that were ranked
 * @param conversions among them
 * @param interval of the area under the curve, cut at 0 and 1
 * @param ks the largest distance between the distributions of conversions and of others over the points, from 0 to 1
 *     (Kolmogorov and Smirnov)
 * @param brier the mean squared distance of chance and outcome (G. W. Brier, 1950, Mon. Weather Rev. 78, 1–3)
 * @param brierSkill 1 − the Brier score ÷ that of giving every lead the overall rate: 1 is perfect, 0 no better
 * @param tenths the best first
 */
public record Quality(
        int rows,
        int conversions,
        Auc auc,
        Interval interval,
        double ks,
        double brier,
        double brierSkill,
        List<Tenth> tenths) {
    public Quality {
        tenths = List.copyOf(tenths);
    }

    /**
     * Measures a ranking by points.
     *
     * @param part with conversions and others in it
     * @param points by place of the part, in millionths
     * @param chance fitted to points ({@link Chance#ofPoints}), not to millionths
     * @param seed of the samples that give the interval where leads have several rows
     */
    public static Quality of(HistoryRows part, long[] points, Chance chance, long seed) {
        boolean[] converted = part.outcomes();
        Auc auc = Auc.of(part, points, seed);
        Interval open = auc.interval();
        double squares = 0;
        for (int place = 0; place < points.length; place++) {
            double off = chance.at(Points.toDouble(points[place])) - (converted[place] ? 1 : 0);
            squares += off * off;
        }
        double brier = squares / points.length;
        double rate = (double) part.conversions() / part.size();
        return new Quality(
                part.size(),
                part.conversions(),
                auc,
                new Interval(Math.max(0, open.low()), Math.min(1, open.high())),
                ks(points, converted),
                brier,
                1 - brier / (rate * (1 - rate)),
                Tenth.of(points, converted));
    }

    /** The statistic of Kolmogorov and Smirnov for conversions against others, from 0 to 1. */
    static double ks(long[] points, boolean[] converted) {
        Ranks ranks = new Ranks(points);
        int[] won = new int[ranks.size()];
        int[] lost = new int[ranks.size()];
        int conversions = 0;
        for (int row = 0; row < points.length; row++) {
            (converted[row] ? won : lost)[ranks.place(row)]++;
            conversions += converted[row] ? 1 : 0;
        }
        int others = points.length - conversions;
        double most = 0;
        double wonShare = 0;
        double lostShare = 0;
        for (int place = 0; place < won.length; place++) {
            wonShare += (double) won[place] / conversions;
            lostShare += (double) lost[place] / others;
            most = Math.max(most, Math.abs(wonShare - lostShare));
        }
        return most;
    }
}
