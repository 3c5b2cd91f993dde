package org.leadscore.calibrate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.feature.RowPoints;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.fit.Sample;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.fit.Training;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.Split;

/**
 * The measures on the test part of points that were learned from the training part, beside those of other points.
 *
 * @param old by the points of the rule file as it stands
 * @param learned by the method that was asked for
 * @param ratio by the rule of thumb
 * @param gain of the area under the curve from old to learned points
 * @param unlimited by the method when all rules may have points; null when they may anyway
 * @param heldOut the meaning of scores; null when it was not wanted
 */
public record Trial(
        Quality old,
        Quality learned,
        Quality ratio,
        Auc gain,
        @Nullable Quality unlimited,
        @Nullable HeldOut heldOut) {

    /**
     * Learns from the training part and measures on the test part; empty when one of the parts lacks conversions or others,
     * or no rule that is learned fires in the training part.
     */
    static Optional<Trial> of(Split split, Settings settings, @Nullable Wanted wanted) {
        if (!hasBoth(split.training()) || !hasBoth(split.test())) {
            return Optional.empty();
        }
        Training training = new Training(split.training(), settings);
        if (training.features().isEmpty()) {
            return Optional.empty();
        }
        List<long[]> old = RowPoints.today(training.features());
        List<long[]> learned = training.learn(settings.method(), settings.maxRules());
        List<long[]> ratio = training.learn(Method.RATIO, settings.maxRules());
        long seed = settings.seed();
        return Optional.of(new Trial(
                quality(training, old, split.test(), seed),
                quality(training, learned, split.test(), seed),
                quality(training, ratio, split.test(), seed),
                Auc.difference(
                        split.test(), training.points(split.test(), learned), training.points(split.test(), old), seed),
                settings.maxRules() == null
                        ? null
                        : quality(training, training.learn(settings.method(), null), split.test(), seed),
                wanted == null ? null : heldOut(training, learned, old, split.test(), settings, wanted)));
    }

    private static HeldOut heldOut(
            Training training,
            List<long[]> learned,
            List<long[]> old,
            HistoryRows test,
            Settings settings,
            Wanted wanted) {
        ScoreScale scale = ScoreScale.of(training.points(training.part(), learned), settings);
        Sample sample = training.sample(row -> true);
        boolean[] used = training.used(sample, settings.maxRules());
        double[] start = training.fit(settings.method(), sample, used).start();
        return HeldOut.of(
                test,
                training.points(test, learned),
                training.points(test, old),
                scale,
                new ScoreScale(settings.zero(), settings.full()),
                new Folds(training, settings).chance(used, start, learned, scale),
                wanted);
    }

    private static Quality quality(Training training, List<long[]> written, HistoryRows test, long seed) {
        Chance chance = Chance.ofPoints(training.part(), training.points(training.part(), written));
        return Quality.of(test, training.points(test, written), chance, seed);
    }

    private static boolean hasBoth(HistoryRows part) {
        int conversions = part.conversions();
        return conversions > 0 && conversions < part.size();
    }
}
