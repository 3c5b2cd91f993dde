package org.leadscore.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.quality.Bootstrap;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.rows.Histories;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;

/** Counts how often the 95 % interval of points holds the effect that was put into the history. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PointsCoverageTest {

    private static final int HISTORIES = 400;
    private static final int LEADS = 1_200;
    private static final double BASE = -2.5;
    private static final double WITH = 0.8;
    private static final double SCALE = 3 / Math.log(2);

    @Test
    void points_hold_the_true_effect_in_95_of_100_histories() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        int held = 0;
        for (int i = 0; i < HISTORIES; i++) {
            Training training = new Training(HistoryRows.all(history(random)), Histories.settings(Method.EVIDENCE));
            Sample sample = training.sample(row -> true);
            Fit fit = training.fit(Method.EVIDENCE, sample, training.used(sample, null));
            double half = new Bootstrap(training.leadRows(), i)
                    .plusMinus(fit, training.patterns(), training.leadRows())[0][0];
            double points = fit.points()[0][0];
            held += new Interval(points - half, points + half).contains(SCALE * WITH) ? 1 : 0;
        }

        assertThat((double) held / HISTORIES).isBetween(0.93, 0.97);
    }

    /** A rule of the effect that is asked for, and one beside it that comes with it more often than not. */
    private static History history(SplittableRandom random) {
        HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("Banking", 0), Histories.rule("Large", 0)));
        for (int lead = 0; lead < LEADS; lead++) {
            boolean banking = random.nextInt(5) == 0;
            boolean large = random.nextInt(10) < (banking ? 6 : 3);
            double chance = Likelihood.chance(BASE + (banking ? WITH : 0) + (large ? 0.5 : 0));
            builder.row(lead, 0, random.nextDouble() < chance);
            builder.choice(0, banking ? 0 : History.NONE);
            builder.choice(1, large ? 0 : History.NONE);
        }
        return builder.build();
    }
}
