package org.leadscore.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.Details;
import org.leadscore.calibrate.HeldOut;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.LearnedColumn;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.calibrate.Trial;
import org.leadscore.calibrate.Wanted;
import org.leadscore.calibrate.fit.Settings;
import org.leadscore.calibrate.quality.CapacityStep;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.quality.ScoreGroup;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.HistoryRows;
import org.leadscore.calibrate.rows.LeadRows;
import org.leadscore.calibrate.rows.Split;
import org.leadscore.history.figures.Card;
import org.leadscore.history.figures.Doubts;
import org.leadscore.history.figures.Figures;
import org.leadscore.history.figures.Meaning;
import org.leadscore.history.figures.Ranking;
import org.leadscore.history.figures.Seen;
import org.leadscore.history.figures.Tested;
import org.leadscore.lead.Points;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;

/** Puts the figures of a calibration or an evaluation together. */
public final class PastFigures {

    private static final double TOP = 100;

    private PastFigures() {}

    /** The wish for the figures of a calibration by these rules. */
    public static Wanted wanted(RuleSet rules, Timeline timeline) {
        return new Wanted(score -> bucket(rules, score), rules.buckets().size(), EvaluationText.weeks(timeline), null);
    }

    /**
     * The figures of a calibration.
     *
     * @param name of the rule file
     * @param split that it was tried on
     * @param learned with its details
     * @param withSuspects the result with the rules that were left out; null when there are none
     */
    public static Figures of(
            String name,
            RuleSet rules,
            Timeline timeline,
            PastHistory past,
            Split split,
            Learned learned,
            @Nullable Learned withSuspects) {
        Details details = learned.details();
        Trial trial = learned.trial();
        HeldOut heldOut = details == null ? null : details.heldOut();
        List<Ranking> rankings = new ArrayList<>();
        if (trial != null) {
            add(Ranking.Kind.NEW, trial.learned(), rankings);
            add(Ranking.Kind.OLD, trial.old(), rankings);
            if (trial.unlimited() != null) {
                add(Ranking.Kind.UNLIMITED, trial.unlimited(), rankings);
            }
            add(Ranking.Kind.RATIO, trial.ratio(), rankings);
            Trial with = withSuspects == null ? null : withSuspects.trial();
            if (with != null) {
                add(Ranking.Kind.NEW_WITH_SUSPECTS, with.learned(), rankings);
                add(Ranking.Kind.OLD_WITH_SUSPECTS, with.old(), rankings);
            }
        }
        return new Figures(
                "calibrate",
                name,
                null,
                seen(rules, timeline, learned.leads(), learned.rows()),
                trial == null ? null : tested(timeline, split),
                rankings,
                trial == null ? null : trial.gain(),
                details == null ? List.of() : details.capacity(),
                null,
                new Meaning(
                        learned.chance(),
                        learned.overstatement(),
                        heldOut == null ? List.of() : heldOut.groups(),
                        heldOut == null ? List.of() : buckets(rules, heldOut),
                        learned.bucketLimits()),
                card(rules, learned, withSuspects),
                details == null ? Double.NaN : details.drift(),
                details == null ? List.of() : details.drifts(),
                doubts(
                        rules,
                        timeline,
                        past.suspects(),
                        learned.neverFired(),
                        learned.warnings(),
                        CalibrationText.hasBounds(rules),
                        List.of()),
                learned.seed());
    }

    /**
     * The figures of an evaluation.
     *
     * @param other another rule file over the same past; null for none
     * @param perWeek leads a week that were asked for; null when nobody asked
     * @param unmet sentences about gates that are not met
     */
    public static Figures of(
            EvaluationText evaluation, @Nullable EvaluationText other, @Nullable Integer perWeek, List<String> unmet) {
        Split split = evaluation.split();
        HistoryRows all = evaluation.all();
        List<Ranking> rankings = new ArrayList<>();
        add(Ranking.Kind.NEW, evaluation.quality(), rankings);
        evaluation.qualityAsReported().ifPresent(reported -> add(Ranking.Kind.REPORTED, reported, rankings));
        evaluation.qualityWithSuspects().ifPresent(with -> add(Ranking.Kind.NEW_WITH_SUSPECTS, with, rankings));
        if (other != null) {
            add(Ranking.Kind.OLD, other.quality(), rankings);
            other.qualityWithSuspects().ifPresent(with -> add(Ranking.Kind.OLD_WITH_SUSPECTS, with, rankings));
        }
        double weeks = EvaluationText.weeks(evaluation.timeline());
        long[] before = other == null ? new long[0] : other.points().points(other.all());
        List<CapacityStep> capacity = Double.isNaN(weeks)
                ? List.of()
                : CapacityStep.of(all, evaluation.points().points(all), before, weeks, perWeek, Settings.SEED);
        return new Figures(
                "evaluate",
                evaluation.name(),
                other == null ? null : other.name(),
                seen(evaluation.rules(), evaluation.timeline(), LeadRows.counts(all, Settings.SEED), all.size()),
                tested(evaluation.timeline(), split),
                rankings,
                other == null ? null : evaluation.differenceTo(other),
                capacity,
                perWeek,
                meaning(evaluation, other),
                null,
                evaluation.stability(),
                evaluation.drifts(),
                doubts(
                        evaluation.rules(),
                        evaluation.timeline(),
                        evaluation.suspects(),
                        List.of(),
                        List.of(),
                        false,
                        unmet),
                Settings.SEED);
    }

    private static Meaning meaning(EvaluationText evaluation, @Nullable EvaluationText other) {
        Split split = evaluation.split();
        Scale scale = evaluation.rules().scale();
        Chance ofPoints = Chance.ofPoints(split.training(), evaluation.points().points(split.training()));
        double zero = Points.toDouble(scale.zero());
        double unit = (Points.toDouble(scale.full()) - zero) / TOP;
        Chance ofScore = new Chance(ofPoints.intercept() + ofPoints.slope() * zero, ofPoints.slope() * unit);
        long[] points = evaluation.points().points(split.test());
        double[] scores = new double[points.length];
        double[] chances = new double[points.length];
        for (int place = 0; place < points.length; place++) {
            scores[place] = (Points.toDouble(points[place]) - zero) / unit;
            chances[place] = ofPoints.at(Points.toDouble(points[place]));
        }
        Map<String, Counts> now = evaluation.outcomesByBucket();
        Map<String, Counts> before = other == null ? Map.of() : other.outcomesByBucket();
        Counts none = new Counts(0, 0);
        List<Meaning.BucketRates> buckets = new ArrayList<>();
        Stream.concat(evaluation.rules().buckets().stream().map(Bucket::name), Stream.of(""))
                .filter(bucket -> !bucket.isEmpty() || now.containsKey(bucket) || before.containsKey(bucket))
                .forEach(bucket -> buckets.add(new Meaning.BucketRates(
                        bucket,
                        now.getOrDefault(bucket, none),
                        other == null ? null : before.getOrDefault(bucket, none))));
        return new Meaning(
                ofScore,
                Optional.empty(),
                ScoreGroup.of(scores, chances, split.test().outcomes()),
                buckets,
                List.of());
    }

    private static void add(Ranking.Kind kind, Quality quality, List<Ranking> rankings) {
        rankings.add(new Ranking(kind, quality));
    }

    private static Seen seen(RuleSet rules, Timeline timeline, Counts leads, int rows) {
        return new Seen(
                leads,
                rows,
                timeline.isFlat() ? List.of() : timeline.moments(),
                timeline.horizon(),
                rules.timezone().zone());
    }

    private static Tested tested(Timeline timeline, Split split) {
        List<Long> moments = timeline.isFlat()
                ? List.of()
                : IntStream.range(0, split.test().size())
                        .map(place ->
                                split.test().history().snapshot(split.test().row(place)))
                        .distinct()
                        .sorted()
                        .mapToObj(snapshot -> timeline.moments().get(snapshot))
                        .toList();
        return new Tested(
                new Counts(split.test().size(), split.test().conversions()),
                new Counts(split.training().size(), split.training().conversions()),
                moments);
    }

    private static List<Meaning.BucketRates> buckets(RuleSet rules, HeldOut heldOut) {
        List<Meaning.BucketRates> buckets = new ArrayList<>();
        for (int i = 0; i <= rules.buckets().size(); i++) {
            Counts now = heldOut.newBuckets().get(i);
            Counts before = heldOut.oldBuckets().get(i);
            boolean isNone = i == rules.buckets().size();
            if (!isNone || now.leads() > 0 || before.leads() > 0) {
                buckets.add(new Meaning.BucketRates(
                        isNone ? "" : rules.buckets().get(i).name(), now, before));
            }
        }
        return buckets;
    }

    /** The bucket of a score, 0 for the highest; the number of buckets for none. */
    private static int bucket(RuleSet rules, double score) {
        Scale scale = rules.scale();
        double held = Math.max(scale.min().doubleValue(), Math.min(scale.max().doubleValue(), score));
        BigDecimal rounded = BigDecimal.valueOf(held).setScale(scale.decimals(), RoundingMode.HALF_UP);
        List<Bucket> buckets = rules.buckets();
        for (int i = 0; i < buckets.size(); i++) {
            if (rounded.compareTo(buckets.get(i).from()) >= 0) {
                return i;
            }
        }
        return buckets.size();
    }

    private static Card card(RuleSet rules, Learned learned, @Nullable Learned withSuspects) {
        Map<String, LearnedColumn> without = learned.columns().stream()
                .collect(Collectors.toMap(column -> column.column().rule(), column -> column));
        List<Card.Line> lines = new ArrayList<>();
        for (LearnedColumn column : (withSuspects == null ? learned : withSuspects).columns()) {
            String rule = column.column().rule();
            LearnedColumn own = without.get(rule);
            for (LearnedEntry entry : (own == null ? column : own).entries()) {
                lines.add(new Card.Line(rule, entry, column.column().weight(), own == null));
            }
        }
        return new Card(
                lines,
                new Card.Span(learned.scale().zero(), learned.scale().full()),
                new Card.Span(rules.scale().zero(), rules.scale().full()),
                learned.method().givesLogOdds() ? learned.pointsPerDoubling() : Double.NaN);
    }

    private static Doubts doubts(
            RuleSet rules,
            Timeline timeline,
            Suspects suspects,
            List<String> neverFired,
            List<String> warnings,
            boolean hasBounds,
            List<String> unmet) {
        List<Doubts.Suspicion> found = Stream.concat(suspects.leftOut().stream(), suspects.trusted().stream())
                .map(suspect ->
                        new Doubts.Suspicion(suspect.name(), suspect.finding(), suspect.rules(), suspect.isTrusted()))
                .toList();
        return new Doubts(
                found, suspects.doubts(), PastText.fieldNames(rules, timeline), neverFired, warnings, hasBounds, unmet);
    }
}
