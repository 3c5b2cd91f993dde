package org.leadscore.page.learning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.quality.Capacity;
import org.leadscore.calibrate.quality.CapacityStep;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.quality.RuleDrift;
import org.leadscore.calibrate.quality.ScoreGroup;
import org.leadscore.calibrate.quality.Tenth;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.history.figures.Card;
import org.leadscore.history.figures.Doubts;
import org.leadscore.history.figures.Figures;
import org.leadscore.history.figures.Meaning;
import org.leadscore.history.figures.Ranking;
import org.leadscore.history.figures.Seen;
import org.leadscore.history.figures.Tested;
import org.leadscore.page.Html;
import org.leadscore.report.words.Words;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LearningTest {

    private static final long MAY = Instant.parse("2026-05-01T10:00:00Z").toEpochMilli();
    private static final long JULY = Instant.parse("2026-07-01T10:00:00Z").toEpochMilli();
    private static final long SEPTEMBER = Instant.parse("2026-09-01T10:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;
    private static final long POINT = 1_000_000;
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\u202e";

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "de", "ro"})
    void all_that_a_page_can_say_has_words_in_each_language(String language) throws IOException {
        for (Figures figures : List.of(full(), small(), nothing())) {
            assertThat(html(figures, language))
                    .contains("<html lang=\"" + language + "\">")
                    .contains("</html>");
        }
    }

    @Test
    void names_from_the_data_do_nothing() throws IOException {
        assertThat(html(full(), "en"))
                .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img", "\u202e");
    }

    @Test
    void without_a_test_there_is_no_ranking_and_the_headline_says_so() {
        LearningPage page = page(nothing());

        assertThat(page.heading().finding()).isEqualTo("The new points could not be tested");
        assertThat(page.heading().places())
                .extracting(place -> place.address())
                .containsExactly("#mind", "#meaning", "#points", "#drift");
        assertThat(page.ranks()).isNull();
        assertThat(page.drift()).isNull();
        assertThat(page.meaning().charts()).isEmpty();
    }

    @Test
    void a_flat_table_has_no_capacity_and_warns_of_hindsight() {
        LearningPage page = page(small());

        assertThat(page.heading().state())
                .isEqualTo("40 leads, 12 of whom bought (30.0%). Measured on three tenths of the leads.");
        assertThat(page.ranks().charts()).hasSize(2);
        assertThat(page.minds())
                .extracting(LearningPage.Mind::text)
                .contains(
                        "A gate is not met.",
                        "There are few buyers: take all figures as rough.",
                        "The data has no times, so that nothing could be looked at as it was in the past.",
                        "If these points were learned from this past, they look better here than they are.");
    }

    @Test
    void points_that_may_rank_no_better_than_chance_are_not_praised() {
        assertThat(page(small()).heading().finding()).isEqualTo("The points are not proven to rank better than chance");
    }

    @Test
    void a_difference_whose_interval_has_no_zero_is_proven() {
        LearningPage page = page(full());

        assertThat(page.heading().finding()).isEqualTo("The new points find buyers better than the old ones");
        assertThat(page.figures()).extracting(figure -> figure.change()).contains("+0.041 to +0.159: proven");
        assertThat(page.minds()).noneMatch(mind -> mind.text().startsWith("The gain"));
    }

    @Test
    void a_suspect_is_named_with_the_rules_that_keep_their_points() {
        LearningPage page = page(full());

        assertThat(page.minds())
                .contains(new LearningPage.Mind(
                        true,
                        "stage seems to give the outcome away.",
                        "'stage' is 'won' for 9 leads. These rules keep their points: Stage."));
        assertThat(page.checks().rows())
                .contains(
                        new LearningPage.Check("A field that gives the outcome away", "found", true, "stage and deal"));
    }

    @Test
    void points_are_drawn_in_hundredths_of_their_scale_after_the_weight_of_the_group() {
        LearningPage.CardLine line = page(full()).card().rules().get(0).lines().get(0);

        assertThat(line.before()).isEqualTo("+30");
        assertThat(line.now()).isEqualTo("+12.4");
        assertThat(line.plusMinus()).isEqualTo("±\u202f3.7");
        assertThat(line.significance()).isEqualTo("significant");
    }

    private static String html(Figures figures, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Html().write("learning.jte", new Learning(figures, Words.of(language), "", language).page(), out);
        return out.toString(UTF_8);
    }

    private static LearningPage page(Figures figures) {
        return new Learning(figures, Words.of("en"), "", "en").page();
    }

    /** A calibration with all that there can be. */
    private static Figures full() {
        Capacity now = new Capacity(5 * POINT, new Counts(40, 30), 10, 0.5);
        Capacity before = new Capacity(5 * POINT, new Counts(40, 20), 10, 0.3);
        return new Figures(
                "calibrate",
                "rules.yaml",
                null,
                new Seen(new Counts(400, 60), 900, List.of(MAY, JULY, SEPTEMBER), 60 * DAY, ZoneOffset.UTC),
                new Tested(new Counts(300, 21), new Counts(600, 39), List.of(JULY, SEPTEMBER)),
                List.of(
                        new Ranking(Ranking.Kind.NEW, quality(0.99, 0.8)),
                        new Ranking(Ranking.Kind.OLD, quality(0.8, 0.5)),
                        new Ranking(Ranking.Kind.UNLIMITED, quality(0.85, 0.7)),
                        new Ranking(Ranking.Kind.RATIO, quality(0.7, 0.3)),
                        new Ranking(Ranking.Kind.REPORTED, quality(0.7, 0.3)),
                        new Ranking(Ranking.Kind.NEW_WITH_SUSPECTS, quality(0.9, 0.8)),
                        new Ranking(Ranking.Kind.OLD_WITH_SUSPECTS, quality(0.9, 0.8))),
                new Auc(0.1, 0.0009),
                List.of(new CapacityStep(10, now, before), new CapacityStep(20, now, before)),
                null,
                new Meaning(
                        new Chance(-7, 0.07),
                        Optional.of(0.13),
                        List.of(
                                new ScoreGroup(0, 49, new Counts(200, 2), 0.01),
                                new ScoreGroup(50, 100, new Counts(100, 19), 0.05)),
                        List.of(
                                new Meaning.BucketRates("hot", new Counts(80, 18), new Counts(20, 9)),
                                new Meaning.BucketRates("cold" + HOSTILE, new Counts(200, 3), new Counts(280, 12)),
                                new Meaning.BucketRates("", new Counts(20, 0), new Counts(0, 0))),
                        List.of(80, 0)),
                card(),
                0.12,
                List.of(new RuleDrift("Pricing", 0.3), new RuleDrift(HOSTILE, 0.02), new RuleDrift("Calm", 0)),
                new Doubts(
                        List.of(
                                new Doubts.Suspicion("stage", "'stage' is 'won' for 9 leads", List.of("Stage"), false),
                                new Doubts.Suspicion("deal", HOSTILE, List.of(), true)),
                        List.of("'size' is filled late"),
                        List.of("title", HOSTILE),
                        List.of("Silent"),
                        List.of("signs flipped: " + HOSTILE),
                        true,
                        List.of()),
                1);
    }

    private static Card card() {
        Counts counts = new Counts(85, 46);
        Interval wilson = new Interval(0.43, 0.64);
        return new Card(
                List.of(
                        line("Demo", Entry.Place.EACH, "Demo", 30 * POINT, 12_390_000, 3_667_000, 0.00001, false),
                        line("Industry", Entry.Place.VALUE, "", 0, -3 * POINT, 4 * POINT, 0.0795, false),
                        line("Industry", Entry.Place.VALUE, HOSTILE, 0, POINT, 2 * POINT, 0.005, false),
                        line("Industry", Entry.Place.OTHERWISE, "otherwise", 0, 98_000, 2 * POINT, 0.5, false),
                        line("Size", Entry.Place.TIER, "at-least: 5", 5 * POINT, 2 * POINT, POINT, 0.02, false),
                        new Card.Line(
                                "Stage",
                                new LearnedEntry(
                                        new Entry(Entry.Place.RULE, "Stage", 50 * POINT),
                                        counts,
                                        4,
                                        wilson,
                                        3,
                                        0,
                                        0,
                                        50 * POINT,
                                        0,
                                        true),
                                BigDecimal.ONE,
                                true)),
                new Card.Span(-16 * POINT, 17 * POINT),
                new Card.Span(0, 100 * POINT),
                3);
    }

    private static Card.Line line(
            String rule, Entry.Place place, String label, long before, long now, long half, double q, boolean kept) {
        return new Card.Line(
                rule,
                new LearnedEntry(
                        new Entry(place, label, before),
                        new Counts(85, 46),
                        3.98,
                        new Interval(0.43, 0.64),
                        3.5,
                        q,
                        q,
                        now,
                        half,
                        kept),
                BigDecimal.ONE,
                false);
    }

    /** An evaluation of a flat table of few leads by one file, with one bucket. */
    private static Figures small() {
        return new Figures(
                "evaluate",
                "rules.yaml",
                null,
                new Seen(new Counts(40, 12), 40, List.of(), 0, ZoneOffset.UTC),
                new Tested(new Counts(12, 4), new Counts(28, 8), List.of()),
                List.of(new Ranking(Ranking.Kind.NEW, quality(0.55, 0.2))),
                null,
                List.of(),
                null,
                new Meaning(
                        new Chance(-1, 0),
                        Optional.empty(),
                        List.of(new ScoreGroup(0, 100, new Counts(12, 4), 0.3)),
                        List.of(new Meaning.BucketRates("all", new Counts(12, 4), null)),
                        List.of()),
                null,
                0.5,
                List.of(),
                doubts(List.of("the AUC is 0.5500, below the 0.9 of --min-auc")),
                1);
    }

    /** A calibration that could not be tested. */
    private static Figures nothing() {
        return new Figures(
                "calibrate",
                "rules.yaml",
                null,
                new Seen(new Counts(1, 1), 3, List.of(MAY), DAY / 2, ZoneOffset.UTC),
                null,
                List.of(),
                null,
                List.of(),
                null,
                new Meaning(new Chance(-1, -0.1), Optional.of(-0.2), List.of(), List.of(), List.of()),
                card(),
                Double.NaN,
                List.of(),
                doubts(List.of()),
                1);
    }

    private static Doubts doubts(List<String> unmet) {
        return new Doubts(List.of(), List.of(), List.of(), List.of(), List.of(), false, unmet);
    }

    private static Quality quality(double area, double gain) {
        List<Tenth> tenths = new ArrayList<>(Collections.nCopies(9, new Tenth(30, 1, 0.03, 0.5, 1)));
        tenths.add(0, new Tenth(30, 15, 0.5, 10 * gain, gain));
        return new Quality(
                300,
                21,
                new Auc(area, 0.01),
                new Interval(Math.max(0, area - 0.1), Math.min(1, area + 0.1)),
                0.5,
                0.05,
                0.1,
                tenths);
    }
}
