package org.leadscore.calibrate;

import java.util.List;
import org.leadscore.calibrate.fit.Fit;
import org.leadscore.calibrate.fit.Sample;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.fit.Training;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.Mix;

/** Deals leads into fifths, and scores each fifth by points that were learned without it. */
final class Folds {

    private static final int COUNT = 5;

    private final Training training;
    private final Settings settings;

    Folds(Training training, Settings settings) {
        this.training = training;
        this.settings = settings;
    }

    /**
     * Fits the chance of conversion to the scores of all rows.
     *
     * @param used by feature, true when it may have points
     * @param start of the fit of all leads
     * @param written from all leads; for a fold without which nobody converted, or everybody
     */
    Chance chance(boolean[] used, double[] start, List<long[]> written, ScoreScale scale) {
        HistoryRows all = training.part();
        double[] scores = new double[all.history().rows()];
        for (int fold = 0; fold < COUNT; fold++) {
            int tried = fold;
            HistoryRows unseen = all.where(row -> foldOf(row) == tried);
            long[] points = training.points(unseen, without(fold, used, start, written));
            for (int place = 0; place < points.length; place++) {
                scores[unseen.row(place)] = scale.score(points[place]);
            }
        }
        return Chance.of(all.byPlace(scores), all.outcomes());
    }

    private List<long[]> without(int fold, boolean[] used, double[] start, List<long[]> written) {
        Sample sample = training.sample(row -> foldOf(row) != fold);
        double rate = sample.counts().overallRate();
        if (!(rate > 0 && rate < 1)) {
            return written;
        }
        Fit fit = training.fit(settings.method(), sample, used, start);
        return training.written(settings.method(), fit, used, sample);
    }

    private int foldOf(int row) {
        return Mix.below(COUNT, settings.seed(), training.part().history().lead(row));
    }
}
