package org.leadscore.calibrate.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.Calibration;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.LearnedColumn;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.calibrate.fit.Likelihood;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.fit.Sample;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.fit.Training;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.Histories;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.Split;

/** Learns from 20,000 leads at six snapshots whose chances are known, and must find the effects that were put in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SyntheticHistoryTest {

    private static final int LEADS = 20_000;
    private static final int SNAPSHOTS = 6;
    private static final double BASE = -4.5;

    /** The rules' effects in log odds. Some rules come together, as those of decision makers and large firms do. */
    private static final double[] EFFECTS = {1.6, 1.1, 0.7, -0.8, 0, 0, 0, 0};

    private static final double[] SHARES = {0.10, 0.25, 0.3, 0.35, 0.2, 0.5, 0.05, 0.3};
    private static final double PER_PAGE = 0.25;
    private static final int PAGES = EFFECTS.length; // the columns behind the rules
    private static final int MAILS = PAGES + 1; // which have no effect

    private static final Synthetic HISTORY = new Synthetic(20_260_101);

    /** A history drawn from known chances. */
    private static final class Synthetic {
        private final History history;
        private final List<Double> logOdds = new ArrayList<>(); // the true ones, by row

        Synthetic(long seed) {
            List<Column> columns = new ArrayList<>();
            IntStream.range(0, EFFECTS.length).forEach(rule -> columns.add(Histories.rule("rule " + rule, rule)));
            columns.add(Histories.each("Page viewed"));
            columns.add(Histories.each("Mail opened"));
            List<Instant> snapshots = IntStream.range(0, SNAPSHOTS)
                    .mapToObj(month -> Instant.EPOCH.plus(Duration.ofDays(30L * month)))
                    .toList();
            HistoryBuilder builder = HistoryBuilder.ofSnapshots(columns, snapshots, Duration.ofDays(30));
            SplittableRandom random = new SplittableRandom(seed);
            for (int lead = 0; lead < LEADS; lead++) {
                add(builder, random, lead);
            }
            history = builder.build();
        }

        private void add(HistoryBuilder builder, SplittableRandom random, int lead) {
            boolean[] has = new boolean[EFFECTS.length];
            double fixed = BASE;
            for (int rule = 0; rule < has.length; rule++) {
                double share = rule == 1 && has[0] ? 0.6 : SHARES[rule];
                has[rule] = random.nextDouble() < share;
                fixed += has[rule] ? EFFECTS[rule] : 0;
            }
            double pages = 0;
            double mails = 0;
            boolean converts = false;
            for (int snapshot = 0; snapshot < SNAPSHOTS && !converts; snapshot++) {
                pages = 0.5 * pages + random.nextInt(4) * random.nextInt(2);
                mails = 0.5 * mails + random.nextInt(3);
                double chance = Likelihood.chance(fixed + PER_PAGE * pages);
                converts = random.nextDouble() < chance;
                logOdds.add(fixed + PER_PAGE * pages);
                builder.row(lead, snapshot, converts);
                for (int rule = 0; rule < has.length; rule++) {
                    builder.choice(rule, has[rule] ? 0 : History.NONE);
                }
                builder.amount(PAGES, Math.round(pages * 1e6));
                builder.amount(MAILS, Math.round(mails * 1e6));
            }
        }
    }

    private static final Learned LEARNED = learn(HISTORY.history);

    @Test
    void the_signs_and_the_order_of_all_true_effects_are_found() {
        List<Long> points =
                IntStream.range(0, 4).mapToObj(SyntheticHistoryTest::points).toList();

        assertThat(points.get(0)).isGreaterThan(points.get(1));
        assertThat(points.get(1)).isGreaterThan(points.get(2));
        assertThat(points.get(2)).isPositive();
        assertThat(points.get(3)).isNegative();
        assertThat(points(PAGES)).isPositive();
    }

    @Test
    void the_true_effects_are_within_the_intervals() {
        for (int rule = 0; rule < 4; rule++) {
            assertThat((double) points(rule)).isBetween(expected(rule) - half(rule), expected(rule) + half(rule));
        }
        assertThat((double) points(PAGES))
                .isBetween(3e6 * PER_PAGE / Math.log(2) - half(PAGES), 3e6 * PER_PAGE / Math.log(2) + half(PAGES));
    }

    @Test
    void attributes_without_effect_get_nothing_within_their_intervals() {
        for (int rule = 4; rule < EFFECTS.length; rule++) {
            assertThat((double) points(rule)).isBetween(-half(rule), half(rule));
        }
        assertThat((double) points(MAILS)).isBetween(-half(MAILS), half(MAILS));
    }

    @Test
    void later_snapshots_are_ranked_nearly_as_well_as_by_the_truth() {
        HistoryRows test = Split.byTime(HISTORY.history).test();
        long[] truth = IntStream.range(0, test.size())
                .mapToLong(place -> Math.round(1e6 * HISTORY.logOdds.get(test.row(place))))
                .toArray();

        double best = Auc.of(truth, test.outcomes()).area();

        assertThat(best).isGreaterThan(0.7);
        assertThat(LEARNED.trial().learned().auc().area()).isGreaterThan(0.98 * best);
        assertThat(LEARNED.trial().learned().auc().area())
                .isGreaterThan(LEARNED.trial().ratio().auc().area());
    }

    @Test
    void the_points_neither_overstate_nor_understate_much() {
        assertThat(LEARNED.overstatement().orElseThrow()).isBetween(-0.15, 0.15);
    }

    /** The result does not depend on the number of threads, nor on the run. */
    @Test
    void any_number_of_threads_learns_the_same() {
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool three = new ForkJoinPool(3);
        try {
            assertThat(one.submit(() -> learn(HISTORY.history)).join()).isEqualTo(LEARNED);
            assertThat(three.submit(() -> learn(HISTORY.history)).join()).isEqualTo(LEARNED);
        } finally {
            one.shutdown();
            three.shutdown();
        }
    }

    @Test
    void the_points_of_today_make_no_difference() {
        Learned again = learn(withPoints(HISTORY.history, LEARNED));

        assertThat(newPoints(again)).isEqualTo(newPoints(LEARNED));
        assertThat(again.scale()).isEqualTo(LEARNED.scale());
        assertThat(again.bucketLimits()).isEqualTo(LEARNED.bucketLimits());
    }

    /** The four rules with an effect and the pages say nearly all; the other five cost next to nothing. */
    @Test
    void so_many_rules_as_have_an_effect_are_enough() {
        Learned few = Calibration.of(
                Split.byTime(HISTORY.history),
                new Settings(Method.EVIDENCE, 3.0, 5, 0, 100_000_000, 0, 3, Settings.SEED));

        List<Long> points = newPoints(few);
        assertThat(points.subList(0, 4)).doesNotContain(0L);
        assertThat(points.subList(4, 8)).containsOnly(0L);
        assertThat(points.get(PAGES)).isPositive();
        assertThat(points.get(MAILS)).isZero();
        assertThat(few.trial().unlimited().auc().area()
                        - few.trial().learned().auc().area())
                .isBetween(-0.005, 0.005);
    }

    /** Leads are drawn, not rows, so the spread is that of histories that are made anew. */
    @Test
    void intervals_are_as_wide_as_histories_differ() {
        int histories = 40;
        double[][] points = new double[EFFECTS.length + 2][histories];
        for (int i = 0; i < histories; i++) {
            Synthetic other = new Synthetic(1_000 + i);
            Training training = new Training(HistoryRows.all(other.history), Histories.settings(Method.EVIDENCE));
            Sample sample = training.sample(row -> true);
            double[][] found = training.fit(Method.EVIDENCE, sample, training.used(sample, null))
                    .points();
            for (int column = 0; column < found.length; column++) {
                points[column][i] = found[column][0];
            }
        }

        for (int column = 0; column < 4; column++) {
            double half = 1.96e6 * Bootstrap.deviation(points[column]);
            double found = LEARNED.columns().get(column).entries().get(0).plusMinus();
            assertThat(found / half).isBetween(0.65, 1.5); // of forty, the spread itself is known to a fifth or so
        }
    }

    private static Learned learn(History history) {
        return Calibration.of(Split.byTime(history), Histories.settings(Method.EVIDENCE));
    }

    private static double expected(int rule) {
        return 3e6 * EFFECTS[rule] / Math.log(2);
    }

    private static long points(int column) {
        return LEARNED.columns().get(column).entries().get(0).newPoints();
    }

    /** The tolerance in points: half of the interval, and half a point for the rounding. */
    private static double half(int column) {
        return LEARNED.columns().get(column).entries().get(0).plusMinus() + 5e5;
    }

    private static List<Long> newPoints(Learned learned) {
        return learned.columns().stream()
                .flatMap(column -> column.entries().stream())
                .map(LearnedEntry::newPoints)
                .toList();
    }

    /** The same leads under the rule file that calibration wrote. */
    private static History withPoints(History before, Learned learned) {
        List<Column> columns = new ArrayList<>();
        for (LearnedColumn column : learned.columns()) {
            LearnedEntry entry = column.entries().get(0);
            Entry written = new Entry(entry.entry().place(), entry.entry().label(), entry.newPoints());
            columns.add(
                    column.column() instanceof Column.Amount
                            ? new Column.Amount(column.column().rule(), written, BigDecimal.ONE, true)
                            : new Column.Choice(column.column().rule(), List.of(written), BigDecimal.ONE, true));
        }
        HistoryBuilder builder = HistoryBuilder.ofSnapshots(columns, before.snapshots(), before.horizon());
        for (int row = 0; row < before.rows(); row++) {
            builder.row(before.lead(row), before.snapshot(row), before.converted(row));
            for (int rule = 0; rule < EFFECTS.length; rule++) {
                builder.choice(rule, before.choice(rule, row));
            }
            builder.amount(PAGES, before.amount(PAGES, row));
            builder.amount(MAILS, before.amount(MAILS, row));
        }
        return builder.build();
    }
}
