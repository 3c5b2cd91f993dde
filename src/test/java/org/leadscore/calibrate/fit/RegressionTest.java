package org.leadscore.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.feature.Patterns;
import org.leadscore.calibrate.rows.Histories;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.HistoryRows;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegressionTest {

    private static final double HARDLY_ANY = 1e-9;

    /** 30 of 100 with it and 10 of 100 without: log odds of ln(1/9) without, and ln(30/70) − ln(10/90) more with it. */
    @Test
    void without_a_penalty_one_attribute_has_the_log_of_its_odds_ratio() {
        Sample sample = oneAttribute(100, 30, 100, 10);

        double[] found = fit(sample, HARDLY_ANY);

        assertThat(found[0]).isCloseTo(Math.log(10 / 90.0), within(1e-8));
        assertThat(found[1]).isCloseTo(Math.log(30 / 70.0) - Math.log(10 / 90.0), within(1e-8));
    }

    /** At the minimum of Σ loss + ½ b², whose slope is the sum of the residuals of those with it − b. */
    @Test
    void the_penalty_is_half_of_lambda_times_the_square_on_the_summed_loss() {
        Sample sample = oneAttribute(100, 30, 100, 10);

        double[] found = fit(sample, 1);

        double with = 30 - 100 / (1 + Math.exp(-found[0] - found[1]));
        double without = 10 - 100 / (1 + Math.exp(-found[0]));
        assertThat(with).isCloseTo(found[1], within(1e-8));
        assertThat(with + without).isCloseTo(0, within(1e-8)); // the intercept is free
    }

    /** The weight would be infinite without a penalty. */
    @Test
    void an_attribute_that_tells_all_has_a_weight_that_ends() {
        Sample sample = oneAttribute(100, 100, 100, 0);

        double[] found = fit(sample, 1);

        assertThat(found[1]).isBetween(5.0, 15.0);
    }

    @Test
    void a_poor_start_ends_where_a_good_one_does() {
        Sample sample = oneAttribute(10_000, 30, 500_000, 100);

        double[] near = new Regression(sample.likelihood(), 1).fit(indicator(), new double[] {-8, 2});
        double[] far = new Regression(sample.likelihood(), 1).fit(indicator(), new double[] {9, -9});

        assertThat(far).containsExactly(near, within(1e-7));
    }

    /** Sums by parameter are gathered in another way than sums by cell. */
    @Test
    void sums_by_parameter_are_those_by_cell_laid_together() {
        Sample sample = drawn();
        Patterns patterns = sample.patterns();
        double[] factors = IntStream.range(0, patterns.cellCount())
                .mapToDouble(cell -> cell == 0 ? 1 : cell / 7.0 - 1)
                .toArray();
        int[] parameters = new int[patterns.cellCount()];
        for (int column = 0; column < patterns.columns(); column++) {
            for (int entry = History.NONE;
                    entry < patterns.features().get(column).entries().size();
                    entry++) {
                parameters[patterns.cellOf(column, entry)] = column + 1;
            }
        }
        Weights weights = new Weights(parameters, factors, patterns.columns() + 1);
        double[] at = {-1, 0.3, -0.2, 0.1};

        Sums<double[][]> dense = sample.likelihood().at(weights, at);
        Sums<double[][]> laidTogether = weights.collapse(sample.likelihood().atEffects(weights.effects(at)));

        assertThat(dense.loss()).isCloseTo(laidTogether.loss(), within(1e-8));
        assertThat(dense.slope()).containsExactly(laidTogether.slope(), within(1e-8));
        for (int i = 0; i < dense.slope().length; i++) {
            assertThat(dense.information()[i]).containsExactly(laidTogether.information()[i], within(1e-8));
        }
    }

    /** Rows that are equal in all columns are one pattern, and what stands in it stands in them. */
    @Test
    void patterns_lose_no_row() {
        Sample sample = drawn();
        Patterns patterns = sample.patterns();

        double rows = IntStream.range(0, patterns.size())
                .mapToDouble(sample.outcomes()::rows)
                .sum();

        assertThat(patterns.size()).isLessThan(200);
        assertThat(rows).isEqualTo(20_000);
        for (int place = 0; place < 500; place++) {
            int row = patterns.part().row(place);
            int pattern = patterns.patternOfPlace(place);
            for (int column = 0; column < 2; column++) {
                int entry = patterns.features().get(column).choice().applyAsInt(row);
                assertThat(patterns.cell(pattern, column)).isEqualTo(patterns.cellOf(column, entry));
            }
        }
    }

    /** One step from the whole's maximum comes close to where a fit of the same part's rows ends. */
    @Test
    void a_part_that_is_fitted_on_the_parabola_is_fitted_nearly_as_by_its_rows() {
        Sample sample = drawn();
        boolean[] all = {true, true, true};
        EvidenceFit whole = new EvidenceFit(sample, 1, all, new double[0]);
        HistoryRows leadRows = sample.patterns().part();
        History history = leadRows.history();
        Sample nineTenths = Sample.of(sample.patterns(), leadRows, row -> history.lead(row) % 10 != 0);

        double[][] byRows = new EvidenceFit(nineTenths, 1, all, new double[0]).points();
        double[] slope = nineTenths.likelihood().atEffects(whole.effects()).slope();
        Likelihood ofWhole = sample.likelihood();
        double[] scaled = IntStream.range(0, slope.length)
                .mapToDouble(cell -> slope[cell] / 0.9)
                .toArray();
        double[][] onParabola = whole.resampling().points(nineTenths.counts(), scaled);

        assertThat(ofWhole.atEffects(whole.effects()).slope()[0]).isCloseTo(0, within(1e-6));
        for (int column = 0; column < byRows.length; column++) {
            assertThat(onParabola[column]).containsExactly(byRows[column], within(0.02));
        }
    }

    private static double[] fit(Sample sample, double penalty) {
        return new Regression(sample.likelihood(), penalty).fit(indicator(), new double[2]);
    }

    /** Weights with a factor of 1 with the attribute and 0 without. */
    private static Weights indicator() {
        int[] parameterOfCell = {0, Weights.ABSENT, 1};
        return new Weights(parameterOfCell, new double[] {1, 1, 1}, 2);
    }

    private static Sample oneAttribute(int with, int won, int without, int wonWithout) {
        HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("Banking", 0)));
        Histories.add(builder, 0, with, won, 0);
        Histories.add(builder, with, without, wonWithout, History.NONE);
        return sample(builder.build());
    }

    /** A sample of two columns of choices and an amount of few sizes, drawn at random. */
    private static Sample drawn() {
        HistoryBuilder builder = HistoryBuilder.flat(List.of(
                Histories.table("Country", "es", "pt", "ro"),
                Histories.table("Size", "s", "m"),
                Histories.each("Pages")));
        SplittableRandom random = new SplittableRandom(20_260_101);
        for (int lead = 0; lead < 20_000; lead++) {
            int country = random.nextInt(4) - 1;
            int size = random.nextInt(3) - 1;
            int pages = random.nextInt(4);
            double chance = Likelihood.chance(-2.5 + 0.4 * country + 0.5 * size + 0.2 * pages);
            builder.row(lead, 0, random.nextDouble() < chance);
            builder.choice(0, country);
            builder.choice(1, size);
            builder.amount(2, pages * 1_000_000L);
        }
        return sample(builder.build());
    }

    private static Sample sample(History history) {
        HistoryRows all = HistoryRows.all(history);
        List<Feature> features = new ArrayList<>();
        for (int column = 0; column < history.columns().size(); column++) {
            features.add(Feature.of(all, column));
        }
        return Sample.of(new Patterns(all, features), all, row -> true);
    }
}
