package org.leadscore.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.calibrate.feature.Shrinkage;
import org.leadscore.calibrate.fit.Method;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.rows.Column;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.calibrate.rows.Histories;
import org.leadscore.calibrate.rows.History;
import org.leadscore.calibrate.rows.HistoryBuilder;
import org.leadscore.calibrate.rows.Split;
import org.leadscore.problem.InputException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationTest {

    private static final int NONE = History.NONE;

    @Nested
    class By_ratio {

        /** Ten thousand leads have 2 % of customers, the 1,000 in banking 10 %: five times as many. */
        @Test
        void the_worked_example_gives_five_points() {
            LearnedEntry banking = only(learn(banking(), Method.RATIO));

            assertThat(banking.counts()).isEqualTo(new Counts(1_000, 100));
            assertThat(banking.ratio()).isCloseTo(5, within(1e-12));
            assertThat(banking.newPoints()).isEqualTo(5_000_000);
        }

        @Test
        void no_conversions_with_the_attribute_give_no_points() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("Student", 7)));
            Histories.add(builder, 0, 500, 0, 0);
            Histories.add(builder, 500, 500, 50, NONE);

            assertThat(only(learn(builder.build(), Method.RATIO)).newPoints()).isZero();
        }

        @Test
        void an_attribute_that_everyone_has_gives_one_point() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("Has a mailbox", 7)));
            Histories.add(builder, 0, 1_000, 50, 0);

            assertThat(only(learn(builder.build(), Method.RATIO)).newPoints()).isEqualTo(1_000_000);
        }

        /** Overall 5 %; 6 % in Spain and 4 % in Portugal are 1.2 and 0.8, and both are rounded to 1. */
        @Test
        void ratios_that_rounding_makes_equal_are_warned_of() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.table("Country", "es", "pt")));
            Histories.add(builder, 0, 1_000, 60, 0);
            Histories.add(builder, 1_000, 1_000, 40, 1);

            Learned learned = learn(builder.build(), Method.RATIO);

            assertThat(learned.columns().get(0).entries())
                    .extracting(LearnedEntry::newPoints)
                    .containsOnly(1_000_000L);
            assertThat(learned.warnings())
                    .containsExactly(
                            "rounded ratios lose the order: Country gives the same points for ratios that differ;"
                                    + " the method evidence keeps them apart");
        }

        @Test
        void what_the_points_are_meant_to_overstate_is_not_known() {
            assertThat(learn(banking(), Method.RATIO).overstatement()).isEmpty();
        }
    }

    @Nested
    class By_evidence {

        /**
         * One rule alone says all there is. The odds are 0.1111 with banking and 100/8,900 = 0.011236 without: 9.889 times,
         * which is 3.306 doublings or 9.92 points; shrinking takes less than half a point away.
         */
        @Test
        void the_worked_example_gives_three_points_for_each_doubling_of_the_odds() {
            LearnedEntry banking = only(learn(banking(), Method.EVIDENCE));

            assertThat(banking.newPoints()).isEqualTo(10_000_000);
            assertThat(banking.plusMinus()).isBetween(700_000L, 1_700_000L);
            assertThat(banking.q()).isLessThan(1e-50);
        }

        /** The lead had the attribute at one snapshot only; any of its rows may stand for it in the table. */
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void what_a_lead_has_at_one_snapshot_only_is_learned(int snapshot) {
            List<Instant> moments = IntStream.range(0, 4)
                    .mapToObj(month -> Instant.EPOCH.plus(Duration.ofDays(30L * month)))
                    .toList();
            HistoryBuilder builder =
                    HistoryBuilder.ofSnapshots(List.of(Histories.rule("Seen once", 7)), moments, Duration.ofDays(30));
            for (int lead = 0; lead < 40; lead++) {
                for (int moment = 0; moment < 4; moment++) {
                    builder.row(lead, moment, lead >= 20 && moment == 3);
                    builder.choice(0, lead == 0 && moment == snapshot ? 0 : NONE);
                }
            }

            Learned learned = Calibration.of(Split.byTime(builder.build()), Histories.settings(Method.EVIDENCE));

            assertThat(only(learned).newPoints()).isNotEqualTo(7_000_000);
            assertThat(only(learned).kept()).isFalse();
        }

        /** A second rule that always comes with the first says nothing new, so they share its points. */
        @Test
        void what_two_rules_say_alike_is_not_counted_twice() {
            HistoryBuilder builder =
                    HistoryBuilder.flat(List.of(Histories.rule("Banking", 0), Histories.rule("Bank's domain", 0)));
            Histories.add(builder, 0, 1_000, 100, 0, 0);
            Histories.add(builder, 1_000, 9_000, 100, NONE, NONE);

            Learned learned = learn(builder.build(), Method.EVIDENCE);

            assertThat(learned.columns())
                    .flatExtracting(LearnedColumn::entries)
                    .extracting(LearnedEntry::newPoints)
                    .containsExactly(5_000_000L, 5_000_000L);
        }

        /** Read looks good on its own only because those who read are those who ask; beside asking it speaks against. */
        @Test
        void a_column_with_a_negative_weight_gets_nothing() {
            HistoryBuilder builder =
                    HistoryBuilder.flat(List.of(Histories.rule("Asks", 0), Histories.rule("Reads", 4)));
            Histories.add(builder, 0, 900, 180, 0, 0);
            Histories.add(builder, 900, 300, 80, 0, NONE);
            Histories.add(builder, 1_200, 200, 1, NONE, 0);
            Histories.add(builder, 1_400, 8_600, 90, NONE, NONE);

            Learned learned = learn(builder.build(), Method.EVIDENCE);

            assertThat(learned.columns().get(1).entries().get(0).ratio()).isGreaterThan(4);
            assertThat(learned.columns().get(1).entries().get(0).newPoints()).isZero();
            assertThat(learned.columns().get(0).entries().get(0).newPoints()).isGreaterThan(9_000_000);
        }

        @Test
        void no_conversions_with_the_attribute_speak_against_it_as_far_as_their_number_goes() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.table("Role", "student", "intern")));
            Histories.add(builder, 0, 500, 0, 0);
            Histories.add(builder, 500, 5, 0, 1);
            Histories.add(builder, 505, 5_000, 500, NONE);

            List<LearnedEntry> entries =
                    learn(builder.build(), Method.EVIDENCE).columns().get(0).entries();

            assertThat(entries.get(0).newPoints()).isNegative();
            assertThat(entries.get(0).newPoints()).isLessThan(entries.get(1).newPoints());
        }

        @Test
        void an_attribute_that_everyone_has_says_nothing() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("Has a mailbox", 7)));
            Histories.add(builder, 0, 1_000, 50, 0);

            assertThat(only(learn(builder.build(), Method.EVIDENCE)).newPoints())
                    .isZero();
        }

        @Test
        void points_are_cut_at_fifteen() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("Signed", 0)));
            Histories.add(builder, 0, 1_000, 990, 0);
            Histories.add(builder, 1_000, 9_000, 90, NONE);

            assertThat(only(learn(builder.build(), Method.EVIDENCE)).newPoints())
                    .isEqualTo(15_000_000);
        }

        @Test
        void the_weight_of_the_group_is_divided_out() {
            Column half = new Column.Choice(
                    "Banking", List.of(new Entry(Entry.Place.RULE, "Banking", 0)), new BigDecimal("0.5"), true);

            assertThat(only(learn(banking(half), Method.EVIDENCE)).newPoints()).isEqualTo(20_000_000);
        }

        /** The measure raises the log odds by 0.5 for each: 2.164 points; what is drawn has its spread. */
        @Test
        void an_amount_has_points_with_decimals_for_each() {
            LearnedEntry pages = only(learn(pages(0.5), Method.EVIDENCE));

            assertThat(pages.newPoints() / 1e6).isCloseTo(2.164, within(0.25));
            assertThat(pages.newPoints() % 1_000).isZero();
            assertThat(pages.newPoints() % 1_000_000).isNotZero();
            assertThat(pages.counts().leads()).isEqualTo(8_000);
        }

        @Test
        void an_amount_may_speak_against() {
            assertThat(only(learn(pages(-0.5), Method.EVIDENCE)).newPoints() / 1e6)
                    .isCloseTo(-2.164, within(0.25));
        }

        /** The points of a factor of 1: the log odds are raised by 1.5 × the factor, 6.49 points, and not by the mean of 4. */
        @Test
        void points_that_fade_are_those_before_they_fade() {
            assertThat(only(learn(fading(1.5), Method.EVIDENCE)).newPoints() / 1e6)
                    .isCloseTo(6.49, within(0.6));
        }

        @Test
        void rates_that_differ_no_more_than_chance_makes_them_are_shrunk_to_one() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.table("Sign", "aries", "taurus", "gemini")));
            Histories.add(builder, 0, 1_000, 100, 0);
            Histories.add(builder, 1_000, 1_000, 101, 1);
            Histories.add(builder, 2_000, 1_000, 99, 2);

            Learned learned = learn(builder.build(), Method.EVIDENCE);

            assertThat(learned.strength()).isEqualTo(Shrinkage.ALL_NOISE);
            assertThat(learned.columns().get(0).entries())
                    .extracting(LearnedEntry::newPoints)
                    .containsOnly(0L);
        }
    }

    @Nested
    class By_logistic_regression {

        @Test
        void the_most_frequent_value_has_no_points() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.table("Country", "es", "pt", "ro")));
            Histories.add(builder, 0, 5_000, 250, 0);
            Histories.add(builder, 5_000, 3_000, 300, 1);
            Histories.add(builder, 8_000, 2_000, 50, 2);

            List<LearnedEntry> entries =
                    learn(builder.build(), Method.LOGISTIC).columns().get(0).entries();

            // log odds beyond those of es are 0.747 and −0.719, or 3.2 and −3.1 points, of which λ = 10 takes some
            assertThat(entries).extracting(LearnedEntry::newPoints).containsExactly(0L, 3_000_000L, -3_000_000L);
        }

        @Test
        void points_that_fade_are_those_before_they_fade() {
            assertThat(only(learn(fading(1.5), Method.LOGISTIC)).newPoints() / 1e6)
                    .isCloseTo(6.49, within(0.6));
        }

        /** The log odds differ by 2.291, or 9.92 points; of their information of some 47, λ = 10 leaves 47/57. */
        @Test
        void where_leads_have_no_value_it_is_they_who_have_no_points() {
            LearnedEntry banking = only(learn(banking(), Method.LOGISTIC));

            assertThat(banking.newPoints()).isEqualTo(8_000_000);
        }
    }

    @Nested
    class Of_what_cannot_be_learned {

        @Test
        void a_rule_that_never_fires_keeps_its_points_and_is_named() {
            HistoryBuilder builder =
                    HistoryBuilder.flat(List.of(Histories.rule("Banking", 1), Histories.rule("On the moon", 7)));
            Histories.add(builder, 0, 1_000, 100, 0, NONE);
            Histories.add(builder, 1_000, 9_000, 100, NONE, NONE);

            Learned learned = learn(builder.build(), Method.EVIDENCE);

            assertThat(learned.neverFired()).containsExactly("On the moon");
            assertThat(learned.columns().get(1).entries().get(0).newPoints()).isEqualTo(7_000_000);
            assertThat(learned.columns().get(1).entries().get(0).kept()).isTrue();
        }

        @Test
        void a_value_that_no_lead_has_keeps_its_points_and_is_named() {
            Column.Choice industry = new Column.Choice(
                    "Industry",
                    List.of(
                            new Entry(Entry.Place.VALUE, "banking", 0),
                            new Entry(Entry.Place.VALUE, "whaling", 3_000_000)),
                    BigDecimal.ONE,
                    true);

            Learned learned = learn(banking(industry), Method.EVIDENCE);

            assertThat(learned.columns().get(0).entries().get(1).newPoints()).isEqualTo(3_000_000);
            assertThat(learned.warnings())
                    .containsExactly("no lead has Industry: whaling: the points stay as they are");
        }

        @Test
        void a_rule_that_is_not_to_be_learned_keeps_its_points_and_has_no_part() {
            Column.Choice filled = new Column.Choice(
                    "Contract number",
                    List.of(new Entry(Entry.Place.RULE, "Contract number", 9_000_000)),
                    BigDecimal.ONE,
                    false);
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("Banking", 0), filled));
            Histories.add(builder, 0, 1_000, 100, 0, NONE);
            Histories.add(builder, 1_000, 100, 100, NONE, 0);
            Histories.add(builder, 1_100, 8_900, 0, NONE, NONE);

            Learned learned = learn(builder.build(), Method.EVIDENCE);

            assertThat(learned.columns().get(1).entries().get(0).newPoints()).isEqualTo(9_000_000);
            assertThat(learned.columns().get(0).entries().get(0).newPoints()).isEqualTo(10_000_000);
            assertThat(learned.neverFired()).isEmpty();
        }

        @Test
        void few_conversions_are_warned_of_and_fewer_refused() {
            assertThat(learn(rates(1_000, 10), Method.EVIDENCE).warnings())
                    .containsExactly(
                            "only 10 conversions: below 50 the points are rough; trust the shrunken ratio before the raw one");
            assertRefused(
                    rates(1_000, 9),
                    "too few conversions to learn from: 9 of 1000 leads, 10 are the least; a longer past or a longer --horizon"
                            + " has more");
        }

        @Test
        void of_many_values_that_no_lead_has_the_first_twenty_are_named() {
            assertThat(learn(manyValues(30), Method.EVIDENCE).warnings())
                    .singleElement()
                    .asString()
                    .startsWith("no lead has Town: town 1; Town: town 2; ")
                    .endsWith("; Town: town 20 and 9 more: the points stay as they are");
        }

        /** A figure for each pair of values would be too many for any memory; none of them is needed. */
        @Test
        void a_table_of_thousands_of_values_is_learned_by_evidence_and_refused_by_logistic() {
            History towns = manyValues(20_000);

            assertThat(learn(towns, Method.EVIDENCE).columns().get(0).entries()).hasSize(20_000);
            assertThatThrownBy(() -> learn(towns, Method.LOGISTIC))
                    .isInstanceOf(InputException.class)
                    .hasMessage("too much to learn for logistic: it has a parameter for each of 20003 values, tiers and"
                            + " conditions, 999 are the most; evidence has one for each rule");
        }

        @Test
        void one_outcome_for_all_is_refused() {
            assertRefused(
                    rates(1_000, 1_000),
                    "nothing to learn from: all 1000 leads converted; the history has to have those who did not, too");
            assertRefused(
                    rates(1_000, 0),
                    "nothing to learn from: none of 1000 leads converted; are the ids of the outcomes those of the leads?");
            assertRefused(rates(0, 0), "nothing to learn from: the history has no leads");
        }

        @Test
        void a_history_in_which_nothing_fires_is_refused() {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("On the moon", 7)));
            Histories.add(builder, 0, 1_000, 100, NONE);

            assertRefused(
                    builder.build(),
                    "nothing to learn from: no rule that is to be learned fires for any of 1000 leads; does the history have the"
                            + " columns and events that the rules ask for?");
        }

        private static History rates(int leads, int conversions) {
            HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.rule("Banking", 1)));
            for (int lead = 0; lead < leads; lead++) {
                builder.row(lead, 0, lead < conversions);
                builder.choice(0, lead % 2 - 1);
            }
            return builder.build();
        }

        private static void assertRefused(History history, String message) {
            assertThatThrownBy(() -> learn(history, Method.EVIDENCE))
                    .isInstanceOf(InputException.class)
                    .hasMessage(message);
        }
    }

    @Nested
    class Scales {

        /** Nine in ten leads have 0 points, the others 10: these are the 1st and the 99th of a hundred. */
        @Test
        void points_fill_the_scale() {
            Learned learned = learn(banking(), Method.EVIDENCE);

            assertThat(learned.scale()).isEqualTo(new ScoreScale(0, 10_000_000));
        }

        /** Ten points are 100: a point of the score is a thirtieth of a doubling. The points are honest, so β is as expected. */
        @Test
        void honest_points_have_the_slope_that_is_expected() {
            Learned learned = learn(banking(), Method.EVIDENCE);

            assertThat(learned.expectedSlope()).isCloseTo(Math.log(2) / 30, within(1e-12));
            assertThat(learned.overstatement().orElseThrow()).isBetween(-0.05, 0.05);
            assertThat(learned.chance().at(0)).isCloseTo(100 / 9_000.0, within(0.002));
            assertThat(learned.chance().at(100)).isCloseTo(0.1, within(0.01));
        }

        /** Overall 2 % is reached at 25.6 by α and β of the test above, 4 % at 56.5. */
        @Test
        void each_bucket_doubles_the_chance_from_the_overall_rate_on() {
            Learned learned = learn(banking(), Method.EVIDENCE);

            assertThat(learned.bucketLimits()).hasSize(3);
            assertThat(learned.chance().at(learned.bucketLimits().get(1))).isCloseTo(0.02, within(0.001));
            assertThat(learned.chance().at(learned.bucketLimits().get(0))).isCloseTo(0.04, within(0.001));
            assertThat(learned.bucketLimits().get(2)).isZero();
        }

        @Test
        void below_a_hundred_conversions_two_points_double_the_odds() {
            Settings asSet = new Settings(Method.EVIDENCE, null, null, 0, 100_000_000, 0, 3, Settings.SEED);

            assertThat(asSet.pointsPerDoubling(99)).isEqualTo(2);
            assertThat(asSet.pointsPerDoubling(100)).isEqualTo(3);
        }
    }

    private static History banking() {
        return banking(Histories.rule("Banking", 0));
    }

    private static History banking(Column column) {
        HistoryBuilder builder = HistoryBuilder.flat(List.of(column));
        Histories.add(builder, 0, 1_000, 100, 0);
        Histories.add(builder, 1_000, 9_000, 100, NONE);
        return builder.build();
    }

    /** Leads with up to four pages, and log odds of −2 and {@code effect} for each; the share that converts is exact. */
    private static History pages(double effect) {
        HistoryBuilder builder = HistoryBuilder.flat(List.of(Histories.each("Page viewed")));
        for (int lead = 0; lead < 10_000; lead++) {
            int pages = lead % 5;
            double chance = 1 / (1 + Math.exp(2 - effect * pages));
            int amongTheSame = lead / 5;
            builder.row(lead, 0, amongTheSame < 2_000 * chance);
            builder.amount(0, pages * 1_000_000L);
        }
        return builder.build();
    }

    /** A rule that a fifth of the leads does not have, and that others have with factors of a quarter, a half and so on. */
    private static History fading(double effect) {
        Entry entry = new Entry(Entry.Place.RULE, "Pricing", 0);
        HistoryBuilder builder =
                HistoryBuilder.flat(List.of(new Column.Choice("Pricing", List.of(entry), BigDecimal.ONE, true, true)));
        for (int lead = 0; lead < 10_000; lead++) {
            int quarters = lead % 5;
            double chance = 1 / (1 + Math.exp(2 - effect * quarters / 4));
            int amongTheSame = lead / 5;
            builder.row(lead, 0, amongTheSame < 2_000 * chance);
            if (quarters > 0) {
                builder.choice(0, 0, quarters * 250_000L);
            }
        }
        return builder.build();
    }

    private static Learned learn(History history, Method method) {
        return Calibration.of(Histories.thirds(history), Histories.settings(method));
    }

    /** A column of so many values, of which all leads have the first. */
    private static History manyValues(int values) {
        String[] towns =
                IntStream.range(0, values).mapToObj(town -> "town " + town).toArray(String[]::new);
        HistoryBuilder builder =
                HistoryBuilder.flat(List.of(Histories.table("Town", towns), Histories.rule("Banking", 0)));
        Histories.add(builder, 0, 500, 100, 0, 0);
        Histories.add(builder, 500, 500, 20, 0, NONE);
        return builder.build();
    }

    private static LearnedEntry only(Learned learned) {
        return learned.columns().get(0).entries().get(0);
    }
}
