package org.leadscore.page.learning;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.calibrate.quality.Chance;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.quality.ScoreGroup;
import org.leadscore.calibrate.quality.Wilson;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.history.figures.Figures;
import org.leadscore.history.figures.Meaning;
import org.leadscore.history.figures.Tested;
import org.leadscore.page.chart.Bars;
import org.leadscore.page.chart.BucketRates;
import org.leadscore.page.chart.Calibration;
import org.leadscore.page.chart.Look;
import org.leadscore.page.learning.LearningPage.Chart;
import org.leadscore.page.learning.LearningPage.Table;
import org.leadscore.report.words.Words;

/** The meaning of a score: the chance that it promised against what came, the rate of each bucket, the chance behind scores. */
final class MeaningFigures {

    private static final int BEST = 100;
    private static final int WORST = 40;
    private static final int STEP = 10;
    private static final int TOLD = 90;
    private static final int NAME_WIDTH = 11;
    private static final int DIGITS = 4;

    private final Figures figures;
    private final Meaning meaning;
    private final Amounts amounts;
    private final Words words;

    private MeaningFigures(Figures figures, Amounts amounts) {
        this.figures = figures;
        this.meaning = figures.meaning();
        this.amounts = amounts;
        this.words = amounts.words;
    }

    static LearningPage.Meaning of(Figures figures, Amounts amounts) {
        return new MeaningFigures(figures, amounts).section();
    }

    private LearningPage.Meaning section() {
        List<Chart> charts = new ArrayList<>();
        if (!meaning.groups().isEmpty()) {
            charts.add(promises());
        }
        Tested test = figures.test();
        if (test != null && meaning.buckets().size() > 1) {
            charts.add(buckets(test));
        }
        return new LearningPage.Meaning(charts.isEmpty() ? "" : words.text("chance.text"), charts, curve());
    }

    private Chart promises() {
        List<Calibration.Group> groups = new ArrayList<>();
        List<String> description = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (ScoreGroup group : meaning.groups()) {
            Interval interval = group.interval();
            double rate = group.rows().rate();
            String tip = words.count(
                    "chance.point",
                    group.rows().leads(),
                    words.number(group.from()),
                    words.number(group.to()),
                    amounts.rate(group.promised()),
                    amounts.rate(rate),
                    amounts.rate(interval.low()),
                    amounts.rate(interval.high()));
            groups.add(new Calibration.Group(group.promised(), rate, interval.low(), interval.high(), tip));
            description.add(tip);
            rows.add(List.of(
                    words.text("page.range", words.number(group.from()), words.number(group.to())),
                    words.number(group.rows().leads()),
                    amounts.rate(group.promised()),
                    words.number(group.rows().conversions()),
                    amounts.rate(rate),
                    amounts.range(interval)));
        }
        long kept = meaning.groups().stream().filter(ScoreGroup::isKept).count();
        String finding = words.text(
                "chance.title",
                words.number(kept),
                words.number(meaning.groups().size()));
        return new Chart(
                finding,
                words.text("chance.drawn"),
                Calibration.of(
                        words.text("chance.picture"),
                        String.join("; ", description),
                        groups,
                        words.text("chance.axis"),
                        words.text("chance.more"),
                        words.text("chance.fewer"),
                        amounts::percent),
                new Table(
                        words.text("chance.picture"),
                        List.of(
                                words.text("chance.score"),
                                words.text("card.leads"),
                                words.text("chance.promised"),
                                words.text("card.bought"),
                                words.text("chance.rate"),
                                words.text("page.interval")),
                        rows));
    }

    private Chart buckets(Tested test) {
        List<BucketRates.Bucket> buckets = new ArrayList<>();
        List<String> description = new ArrayList<>();
        int count = (int) meaning.buckets().stream()
                .filter(bucket -> !bucket.bucket().isEmpty())
                .count();
        List<List<String>> rows = new ArrayList<>();
        boolean isCompared = meaning.buckets().get(0).before() != null;
        for (int i = 0; i < meaning.buckets().size(); i++) {
            Meaning.BucketRates bucket = meaning.buckets().get(i);
            String name = bucket.bucket().isEmpty() ? words.text("page.none") : Amounts.shown(bucket.bucket());
            List<BucketRates.Rate> rates = new ArrayList<>();
            List<String> row = new ArrayList<>(List.of(name));
            add(bucket.now(), name, true, isCompared, rates, description, row);
            Counts before = bucket.before();
            if (before != null) {
                add(before, name, false, true, rates, description, row);
            }
            rows.add(row);
            buckets.add(new BucketRates.Bucket(Amounts.cut(name, NAME_WIDTH), Look.ofBucket(i, count), rates));
        }
        double all = test.rows().rate();
        List<String> heads = new ArrayList<>(List.of(
                words.text("calls.bucket"),
                words.text(isCompared ? "quality.new" : "quality.points"),
                words.text("chance.rate"),
                words.text("page.interval")));
        if (isCompared) {
            heads.addAll(List.of(words.text("quality.old"), words.text("chance.rate"), words.text("page.interval")));
        }
        return new Chart(
                bucketsFinding(),
                words.text("buckets.text", amounts.rate(all)) + MindFigures.withoutBounds(figures, words),
                BucketRates.of(
                        words.text("buckets.picture"), String.join("; ", description), buckets, all, amounts::percent),
                new Table(words.text("buckets.picture"), heads, rows));
    }

    private void add(
            Counts counts,
            String name,
            boolean isNew,
            boolean isCompared,
            List<BucketRates.Rate> rates,
            List<String> description,
            List<String> row) {
        Interval interval = Wilson.of(counts);
        String points = words.text(isNew ? isCompared ? "quality.new" : "quality.points" : "quality.old");
        String of = words.text("buckets.of", words.number(counts.conversions()), words.number(counts.leads()));
        row.add(of);
        row.add(amounts.rate(counts.rate()));
        row.add(counts.leads() == 0 ? "" : amounts.range(interval));
        String tip = counts.leads() == 0
                ? name + ", " + points + ": " + of
                : words.text(
                        "buckets.point",
                        name,
                        points,
                        words.number(counts.conversions()),
                        words.number(counts.leads()),
                        amounts.rate(counts.rate()),
                        amounts.rate(interval.low()),
                        amounts.rate(interval.high()));
        description.add(tip);
        rates.add(new BucketRates.Rate(counts.rate(), interval.low(), interval.high(), of, tip, isNew));
    }

    /** Claims a difference between the two highest buckets only where their intervals do not overlap. */
    private String bucketsFinding() {
        Counts best = meaning.buckets().get(0).now();
        Counts next = meaning.buckets().get(1).now();
        boolean differ = best.leads() > 0
                && next.conversions() > 0
                && !meaning.buckets().get(1).bucket().isEmpty()
                && Wilson.of(best).low() > Wilson.of(next).high();
        return differ
                ? words.text(
                        "buckets.title",
                        Amounts.shown(meaning.buckets().get(0).bucket()),
                        amounts.factor(best.rate() / next.rate()),
                        Amounts.shown(meaning.buckets().get(1).bucket()))
                : words.text("buckets.title.plain");
    }

    private LearningPage.Curve curve() {
        Chance chance = meaning.chance();
        double most = Math.max(chance.at(BEST), chance.at(WORST));
        List<LearningPage.CurveRow> rows = new ArrayList<>();
        for (int score = BEST; score >= WORST; score -= STEP) {
            double at = chance.at(score);
            rows.add(new LearningPage.CurveRow(words.number(score), Bars.one(at, most, Look.ACCENT), amounts.rate(at)));
        }
        boolean isLearned = figures.card() != null;
        return new LearningPage.Curve(
                words.text("curve.title", words.number(TOLD), amounts.percent(chance.at(TOLD))),
                words.text(isLearned ? "curve.text" : "curve.text.before"),
                words.text(
                        "curve.formula", words.decimal(chance.intercept(), 2), words.decimal(chance.slope(), DIGITS)),
                horizon(),
                rows);
    }

    private String horizon() {
        return figures.seen().isFlat()
                ? words.text("curve.chance")
                : words.countPlain("curve.horizon", Verdict.days(figures.seen().horizon()));
    }
}
