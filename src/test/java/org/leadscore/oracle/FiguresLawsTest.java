package org.leadscore.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Exports;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.engine.leads.Result;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.next.Grades;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.Spread;
import org.leadscore.score.point.Status;
import org.leadscore.segment.Account;
import org.leadscore.segment.FollowUpCensus;

/** The figures that a run counts on its way are those of its leads, counted again one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresLawsTest {

    @TempDir
    Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(601, 625);
    }

    private record Run(RuleSet rules, Result result) {

        List<RankedLead> scored() {
            return result.leads().stream()
                    .filter(lead -> lead.score().status() == Status.SCORED)
                    .toList();
        }

        int bucket(Score score) {
            List<String> names = rules.buckets().stream().map(Bucket::name).toList();
            return score.bucket() == null ? names.size() : names.indexOf(score.bucket());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_spread_counts_each_scored_lead_once_at_its_score_and_bucket(long seed) throws IOException {
        Run run = run(seed);
        Spread spread = run.result().census().spread();

        assertThat(spread.step()).isEqualTo(1);
        Map<List<Integer>, Long> expected = run.scored().stream()
                .map(RankedLead::score)
                .collect(groupingBy(score -> List.of(run.bucket(score), whole(run, score)), counting()));
        Map<List<Integer>, Long> counted = new HashMap<>();
        for (int bucket = 0; bucket <= run.rules().buckets().size(); bucket++) {
            for (int score = spread.min(); score <= spread.max(); score++) {
                if (spread.leads(bucket, score) > 0) {
                    counted.put(List.of(bucket, score), (long) spread.leads(bucket, score));
                }
            }
        }
        assertThat(counted).isEqualTo(expected);
        assertThat(IntStream.range(0, spread.bins()).map(spread::leadsIn).sum())
                .isEqualTo(run.result().census().scored());
        Scale scale = run.rules().scale();
        BigDecimal lowest = scale.min().setScale(scale.decimals(), RoundingMode.HALF_UP);
        assertThat(spread.atMinimum()).isEqualTo((int) run.scored().stream()
                .filter(lead -> score(run, lead.score()).compareTo(lowest) == 0)
                .count());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void grades_and_stages_count_the_scored_leads(long seed) throws IOException {
        Run run = run(seed);
        FollowUpCensus census = run.result().placements().census();
        Grades rules = Objects.requireNonNull(run.rules().followUp().grades());
        FollowUpCensus.Grades grades = Objects.requireNonNull(census.grades());

        Map<String, Long> all = run.scored().stream()
                .map(RankedLead::score)
                .collect(groupingBy(score -> rules.of(score.fit(), score.engagement()), counting()));
        Map<String, Long> best = run.scored().stream()
                .map(RankedLead::score)
                .filter(score -> run.bucket(score) == 0)
                .collect(groupingBy(score -> rules.of(score.fit(), score.engagement()), counting()));
        for (int fit = 0; fit < grades.fit().size(); fit++) {
            for (int engagement = 0; engagement < grades.engagement().size(); engagement++) {
                String grade = grades.fit().get(fit) + grades.engagement().get(engagement);
                assertThat((long) grades.leads(fit, engagement)).isEqualTo(all.getOrDefault(grade, 0L));
                assertThat((long) grades.best(fit, engagement)).isEqualTo(best.getOrDefault(grade, 0L));
            }
        }
        Map<List<String>, Long> byStage = run.scored().stream()
                .filter(lead -> stage(run, lead) != null)
                .collect(groupingBy(
                        lead -> List.of(
                                Objects.requireNonNull(stage(run, lead)),
                                Objects.requireNonNullElse(lead.score().bucket(), "")),
                        counting()));
        census.stagesByBucket()
                .forEach((stage, buckets) -> buckets.forEach((bucket, leads) ->
                        assertThat((long) leads).isEqualTo(byStage.getOrDefault(List.of(stage, bucket), 0L))));
        assertThat(census.stagesByBucket().keySet()).isEqualTo(census.stages().keySet());
        assertThat(byStage.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(census.stagesByBucket().values().stream()
                        .flatMap(buckets -> buckets.values().stream())
                        .mapToLong(Integer::longValue)
                        .sum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_scores_of_an_account_add_up_to_its_score(long seed) throws IOException {
        Run run = run(seed);
        Accounts accounts = Objects.requireNonNull(run.rules().followUp().accounts());

        for (Account account : run.result().accounts()) {
            List<BigDecimal> scores = account.scores();
            assertThat(scores).isSortedAccordingTo((one, other) -> other.compareTo(one));
            assertThat(scores.isEmpty()).isEqualTo(!accounts.combine().isSum() || account.score() == null);
            assertThat(scores).hasSizeLessThanOrEqualTo(Math.min(account.leads(), 5));
            if (!scores.isEmpty() && scores.size() < 5) {
                assertThat(scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(account.score());
            }
            if (!scores.isEmpty()) {
                RankedLead best = run.result().leads().get(account.bestRank() - 1);
                assertThat(scores.get(0)).isEqualByComparingTo(score(run, best.score()));
            }
        }
    }

    private static BigDecimal score(Run run, Score score) {
        return BigDecimal.valueOf(score.value(), run.rules().scale().decimals());
    }

    private static int whole(Run run, Score score) {
        return score(run, score).setScale(0, RoundingMode.FLOOR).intValueExact();
    }

    private static @Nullable String stage(Run run, RankedLead lead) {
        return run.result().placements().of(lead.rank()).standing().stage();
    }

    private Run run(long seed) throws IOException {
        Shape shape = Shape.draw(new Random(seed));
        RuleSet rules = RuleFile.parse("rules.yaml", RandomRules.drawWithFollowUp(new Random(seed + 1_000), shape))
                .rules();
        for (RandomExports.Table table : RandomExports.draw(new Random(seed + 2_000), shape)) {
            table.write(directory);
        }
        Exports exports = Exports.withOutcomes(
                rules.sources(), rules.sources().outcomes(), directory, InputStream.nullInputStream(), 1 << 20);
        return new Run(rules, new Engine(1, Progress.NONE, Objections.NONE).run(rules, exports, shape.asOf()));
    }
}
