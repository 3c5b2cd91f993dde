package org.leadscore.calibrate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.fit.Fit;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.fit.Sample;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.fit.Training;
import org.leadscore.calibrate.quality.Bootstrap;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.LeadRows;
import org.leadscore.calibrate.rows.Split;

/**
 * Learns points from all of a history, and tries the method on a part of it that it had not seen. The same history and
 * settings give the same result, whatever the threads: work is shared out in the fork-join pool that it is called from, in
 * parts that do not depend on it.
 */
public final class Calibration {

    private Calibration() {}

    /**
     * Learns points from the whole history of a split, and tries the method on the test part.
     *
     * @throws InputException when the history has too little to learn from, or too much for {@link Method#LOGISTIC}
     */
    public static Learned of(Split split, Settings settings) {
        return of(split, settings, null);
    }

    /**
     * Learns points as {@link #of(Split, Settings)}, and works out the figures of a page.
     *
     * @param wanted null for none
     * @throws InputException when the history has too little to learn from, or too much for {@link Method#LOGISTIC}
     */
    public static Learned of(Split split, Settings settings, @Nullable Wanted wanted) {
        HistoryRows all = HistoryRows.all(split.training().history());
        Warnings warnings = new Warnings();
        Counts leads = LeadRows.counts(all, settings.seed());
        warnings.requireOutcomes(leads);
        Training training = new Training(all, settings);
        warnings.requireFeatures(training.features(), leads);
        warnings.requireFewEnough(settings.method(), training.patterns());
        Sample sample = training.sample(row -> true);
        boolean[] used = training.used(sample, settings.maxRules());
        Fit fit = training.fit(settings.method(), sample, used);
        List<long[]> written = training.written(settings.method(), fit, used, sample);
        ScoreScale scale = ScoreScale.of(training.points(all, written), settings);
        Chance chance = new Folds(training, settings).chance(used, fit.start(), written, scale);
        List<LearnedColumn> columns = new Assembly(
                        training, written, settings.method().learnedFrom(sample))
                .columns(new Bootstrap(training.leadRows(), training.patterns().cellCount(), settings.seed())
                        .plusMinus(fit, sample.patterns(), settings.method().counted(all, training.leadRows())));
        List<String> neverFired = neverFired(training);
        warnings.about(settings.method(), columns, neverFired);
        Trial trial = Trial.of(split, settings, wanted).orElse(null);
        HeldOut heldOut = trial == null ? null : trial.heldOut();
        return new Learned(
                settings.method(),
                training.pointsPerDoubling(),
                leads,
                all.size(),
                sample.rowCounts().shrinkage().strength(),
                columns,
                scale,
                chance,
                settings.method().givesLogOdds() ? scale.slope(training.pointsPerDoubling()) : Double.NaN,
                scale.bucketLimits(chance, (double) all.conversions() / all.size(), settings),
                trial,
                neverFired,
                warnings.sentences(),
                settings.seed(),
                wanted == null ? null : Details.of(split, training, written, heldOut, settings, wanted));
    }

    private static List<String> neverFired(Training training) {
        return training.kept().stream()
                .map(Feature::column)
                .filter(Column::learned)
                .map(Column::rule)
                .toList();
    }
}
