package org.leadscore.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.feature.RowPoints;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.fit.Training;
import org.leadscore.calibrate.quality.CapacityStep;
import org.leadscore.calibrate.quality.RuleDrift;
import org.leadscore.calibrate.quality.Stability;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.Split;

/**
 * Figures of a calibration beyond the points: made by {@link Calibration} when they are wanted, shown on the page.
 *
 * @param capacity new points against old over all rows, those learned from among them; empty in a flat history
 * @param drift of all points, the test against the time before
 * @param drifts of each rule, in the order of the history
 * @param heldOut the meaning of scores on the test; null without a trial
 */
public record Details(
        List<CapacityStep> capacity,
        double drift,
        List<RuleDrift> drifts,
        @Nullable HeldOut heldOut) {

    public Details {
        capacity = List.copyOf(capacity);
        drifts = List.copyOf(drifts);
    }

    /**
     * Works the figures out.
     *
     * @param training on all of the history, with the points that it gave
     */
    static Details of(
            Split split,
            Training training,
            List<long[]> written,
            @Nullable HeldOut heldOut,
            Settings settings,
            Wanted wanted) {
        HistoryRows all = training.part();
        List<CapacityStep> capacity = Double.isNaN(wanted.weeks())
                ? List.of()
                : CapacityStep.of(
                        all,
                        training.points(all, written),
                        training.points(all, RowPoints.today(training.features())),
                        wanted.weeks(),
                        wanted.perWeek(),
                        settings.seed());
        double drift =
                Stability.index(training.points(split.training(), written), training.points(split.test(), written));
        return new Details(capacity, drift, drifts(split, training, written), heldOut);
    }

    private static List<RuleDrift> drifts(Split split, Training training, List<long[]> written) {
        List<Feature> features = new ArrayList<>(training.features());
        features.addAll(training.kept());
        List<long[]> points = new ArrayList<>(written);
        points.addAll(RowPoints.today(training.kept()));
        return IntStream.range(0, features.size())
                .boxed()
                .sorted((one, other) -> Integer.compare(
                        features.get(one).index(), features.get(other).index()))
                .map(column -> {
                    List<Feature> feature = List.of(features.get(column));
                    List<long[]> ofRule = List.of(points.get(column));
                    return new RuleDrift(
                            features.get(column).column().rule(),
                            Stability.index(
                                    RowPoints.of(split.training(), feature, ofRule),
                                    RowPoints.of(split.test(), feature, ofRule)));
                })
                .toList();
    }
}
