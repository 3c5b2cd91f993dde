package org.leadscore.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.fit.Likelihood;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.rows.Histories;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.Split;

/** Leads that come in over time and are new at their first snapshot only. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewLeadsTest {

    private static final int SNAPSHOTS = 6;

    /** One row a lead would show new leads as worse than others: all rows of those who convert are conversions then. */
    @Test
    void what_speaks_for_new_leads_a_little_is_found() {
        LearnedEntry isNew = learn(0.35);

        double truth = 3e6 * 0.35 / Math.log(2);
        assertThat(isNew.newPoints()).isPositive();
        assertThat((double) isNew.newPoints()).isBetween(truth - half(isNew), truth + half(isNew));
    }

    @Test
    void what_speaks_against_new_leads_is_found() {
        LearnedEntry isNew = learn(-0.9);

        double truth = -3e6 * 0.9 / Math.log(2);
        assertThat((double) isNew.newPoints()).isBetween(truth - half(isNew), truth + half(isNew));
    }

    private static double half(LearnedEntry entry) {
        return entry.plusMinus() + 5e5;
    }

    private static LearnedEntry learn(double effect) {
        List<Instant> snapshots = IntStream.range(0, SNAPSHOTS)
                .mapToObj(month -> Instant.EPOCH.plus(Duration.ofDays(30L * month)))
                .toList();
        HistoryBuilder builder =
                HistoryBuilder.ofSnapshots(List.of(Histories.rule("New to us", 0)), snapshots, Duration.ofDays(30));
        SplittableRandom random = new SplittableRandom(11);
        for (int lead = 0; lead < 20_000; lead++) {
            int first = random.nextInt(SNAPSHOTS);
            boolean converts = false;
            for (int snapshot = first; snapshot < SNAPSHOTS && !converts; snapshot++) {
                boolean isNew = snapshot == first;
                converts = random.nextDouble() < Likelihood.chance(-3 + (isNew ? effect : 0));
                builder.row(lead, snapshot, converts);
                builder.choice(0, isNew ? 0 : History.NONE);
            }
        }
        History history = builder.build();
        return Calibration.of(Split.byTime(history), Histories.settings(Method.EVIDENCE))
                .columns()
                .get(0)
                .entries()
                .get(0);
    }
}
