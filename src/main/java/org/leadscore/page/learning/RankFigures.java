package org.leadscore.page.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.quality.Capacity;
import org.leadscore.calibrate.quality.CapacityStep;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.calibrate.quality.Tenth;
import org.leadscore.history.figures.Figures;
import org.leadscore.history.figures.Ranking;
import org.leadscore.history.figures.Tested;
import org.leadscore.page.chart.Curves;
import org.leadscore.page.chart.Forest;
import org.leadscore.page.chart.LiftColumns;
import org.leadscore.page.chart.LinearScale;
import org.leadscore.page.chart.Picture;
import org.leadscore.page.learning.LearningPage.Chart;
import org.leadscore.page.learning.LearningPage.RankRow;
import org.leadscore.page.learning.LearningPage.Table;
import org.leadscore.report.words.Words;

/** The quality of rankings: the measures in a row each, gains, lift and capacity. */
final class RankFigures {

    private static final double CHANCE = 0.5;
    private static final double STEP = 0.1;
    private static final double LEAST_SPAN = 0.5;
    private static final int FIFTHS = 5;
    private static final int QUARTERS = 4;
    private static final int TICKS = 6;

    private final Figures figures;
    private final Amounts amounts;
    private final Words words;
    private final Verdict verdict;
    private final Quality now;
    private final @Nullable Quality before;

    RankFigures(Figures figures, Amounts amounts, Verdict verdict, Quality now) {
        this.figures = figures;
        this.amounts = amounts;
        this.words = amounts.words;
        this.verdict = verdict;
        this.now = now;
        this.before = figures.ranking(Ranking.Kind.OLD).map(Ranking::quality).orElse(null);
    }

    LearningPage.Ranks ranks() {
        double low = Math.min(
                CHANCE,
                STEP
                        * Math.floor(figures.rankings().stream()
                                        .mapToDouble(ranking ->
                                                ranking.quality().interval().low())
                                        .min()
                                        .orElse(CHANCE)
                                / STEP));
        List<RankRow> rows = new ArrayList<>();
        for (Ranking ranking : figures.rankings()) {
            rows.add(row(ranking, low));
        }
        Auc difference = figures.difference();
        if (difference != null && before != null) {
            rows.add(difference(difference, before, 1 - low));
        }
        List<Forest.Tick> ticks = new ArrayList<>();
        for (int i = 0; low + i * STEP <= 1 + STEP / 2; i++) {
            ticks.add(new Forest.Tick(low + i * STEP, words.decimal(low + i * STEP, 1)));
        }
        List<Chart> charts = new ArrayList<>();
        charts.add(gains());
        charts.add(lift());
        verdict.step().ifPresent(step -> charts.add(capacity(step)));
        return new LearningPage.Ranks(
                words.text("quality.auc.text"),
                caption(difference != null),
                Forest.areaAxis(ticks, low, 1),
                rows,
                charts,
                tenths());
    }

    private String caption(boolean hasDifference) {
        List<String> sentences = new ArrayList<>();
        Tested test = figures.test();
        if (test != null) {
            sentences.add(words.count(
                    "quality.test",
                    test.rows().leads(),
                    words.number(test.rows().conversions())));
            if (test.moments().size() > 1) {
                sentences.add(words.text("quality.rows"));
            }
        }
        sentences.add(words.text("quality.auc.scale"));
        if (hasDifference) {
            sentences.add(words.text("quality.auc.zero"));
        }
        return String.join(" ", sentences);
    }

    private RankRow row(Ranking ranking, double low) {
        Quality quality = ranking.quality();
        Interval interval = quality.interval();
        return new RankRow(
                name(ranking.kind()),
                amounts.area(quality.auc().area()),
                Forest.area(
                        quality.auc().area(),
                        interval.low(),
                        interval.high(),
                        low,
                        1,
                        CHANCE,
                        ranking.kind() == Ranking.Kind.NEW,
                        !interval.contains(CHANCE)),
                words.text("page.range", amounts.area(interval.low()), amounts.area(interval.high())),
                amounts.measure(quality.ks()),
                amounts.measure(quality.brierSkill()),
                amounts.measure(quality.tenths().get(0).lift()),
                false);
    }

    private RankRow difference(Auc difference, Quality old, double width) {
        Interval interval = difference.interval();
        double half = Math.max(width, LEAST_SPAN) / 2;
        return new RankRow(
                words.text("quality.difference"),
                amounts.areaSigned(difference.area()),
                Forest.area(
                        difference.area(),
                        interval.low(),
                        interval.high(),
                        -half,
                        half,
                        0,
                        true,
                        Verdict.isProven(difference)),
                words.text("page.range", amounts.areaSigned(interval.low()), amounts.areaSigned(interval.high())),
                amounts.measureSigned(now.ks() - old.ks()),
                amounts.measureSigned(now.brierSkill() - old.brierSkill()),
                amounts.measureSigned(
                        now.tenths().get(0).lift() - old.tenths().get(0).lift()),
                true);
    }

    private String name(Ranking.Kind kind) {
        return words.text(
                switch (kind) {
                    case NEW -> before == null ? "quality.points" : "quality.new";
                    case OLD -> "quality.old";
                    case RATIO -> "quality.literal";
                    case UNLIMITED -> "quality.unlimited";
                    case REPORTED -> "quality.reported";
                    case NEW_WITH_SUSPECTS -> "quality.new.suspects";
                    case OLD_WITH_SUSPECTS -> "quality.old.suspects";
                });
    }

    private List<String> quarters() {
        List<String> quarters = new ArrayList<>();
        for (int i = 0; i <= QUARTERS; i++) {
            quarters.add(amounts.percent((double) i / QUARTERS));
        }
        return quarters;
    }

    private Chart gains() {
        List<Curves.Curve> curves = new ArrayList<>();
        List<String> callouts = new ArrayList<>();
        List<String> description = new ArrayList<>();
        addGains(now, Ranking.Kind.NEW, curves, callouts, description);
        if (before != null) {
            addGains(before, Ranking.Kind.OLD, curves, callouts, description);
        }
        List<Curves.Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= FIFTHS; i++) {
            ticks.add(new Curves.Tick((double) i / FIFTHS, amounts.percent((double) i / FIFTHS)));
        }
        Picture picture = Curves.of(
                words.text("gains.picture"),
                String.join("; ", description),
                curves,
                new Curves.Axis(words.text("gains.axis"), 1, ticks),
                quarters(),
                new Curves.Callout(1.0 / now.tenths().size(), callouts),
                words.text("quality.chance"));
        return new Chart(
                words.text("gains.title", amounts.percent(now.tenths().get(0).gain())),
                words.text("gains.text"),
                picture,
                null);
    }

    private void addGains(
            Quality quality,
            Ranking.Kind kind,
            List<Curves.Curve> curves,
            List<String> callouts,
            List<String> description) {
        List<Curves.Place> places = new ArrayList<>();
        int count = quality.tenths().size();
        for (int i = 0; i < count; i++) {
            double share = (i + 1.0) / count;
            double gain = quality.tenths().get(i).gain();
            String tip = words.text("gains.point", amounts.percent(share), amounts.percent(gain), name(kind));
            places.add(new Curves.Place(share, gain, tip));
            description.add(tip);
        }
        curves.add(new Curves.Curve(name(kind), places, kind == Ranking.Kind.NEW));
        callouts.add(amounts.percent(quality.tenths().get(0).gain()));
    }

    private Chart lift() {
        List<LiftColumns.Series> series = new ArrayList<>();
        List<String> description = new ArrayList<>();
        addLift(now, Ranking.Kind.NEW, series, description);
        if (before != null) {
            addLift(before, Ranking.Kind.OLD, series, description);
        }
        Picture picture = LiftColumns.of(
                words.text("lift.picture"),
                String.join("; ", description),
                series,
                words.text("lift.axis"),
                words.text("lift.even"),
                number -> words.number(Math.round(number)));
        return new Chart(
                words.text("lift.title", amounts.factor(now.tenths().get(0).lift())),
                words.text("lift.text"),
                picture,
                null);
    }

    private void addLift(
            Quality quality, Ranking.Kind kind, List<LiftColumns.Series> series, List<String> description) {
        List<LiftColumns.Column> columns = new ArrayList<>();
        for (int i = 0; i < quality.tenths().size(); i++) {
            double lift = quality.tenths().get(i).lift();
            String tip = words.text("lift.point", words.number(i + 1), name(kind), amounts.measure(lift));
            columns.add(new LiftColumns.Column(lift, amounts.factor(lift), tip));
            description.add(tip);
        }
        series.add(new LiftColumns.Series(name(kind), columns, kind == Ranking.Kind.NEW));
    }

    private Chart capacity(CapacityStep told) {
        List<Curves.Curve> curves = new ArrayList<>();
        List<String> description = new ArrayList<>();
        List<Curves.Place> nowPlaces = new ArrayList<>();
        List<Curves.Place> beforePlaces = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (CapacityStep step : figures.capacity()) {
            List<String> row = new ArrayList<>();
            row.add(words.number(step.perWeek()));
            addCapacity(step.perWeek(), step.now(), Ranking.Kind.NEW, nowPlaces, row, description);
            Capacity old = step.before();
            if (old != null) {
                addCapacity(step.perWeek(), old, Ranking.Kind.OLD, beforePlaces, row, description);
            }
            rows.add(row);
        }
        curves.add(new Curves.Curve(name(Ranking.Kind.NEW), nowPlaces, true));
        List<String> callouts = new ArrayList<>();
        callouts.add(amounts.percent(told.now().caught()));
        Capacity old = told.before();
        if (old != null) {
            curves.add(new Curves.Curve(name(Ranking.Kind.OLD), beforePlaces, false));
            callouts.add(amounts.percent(old.caught()));
        }
        double most = Math.max(
                nowPlaces.get(nowPlaces.size() - 1).x(),
                beforePlaces.isEmpty()
                        ? 0
                        : beforePlaces.get(beforePlaces.size() - 1).x());
        List<Curves.Tick> ticks = LinearScale.ticks(most, TICKS).stream()
                .filter(tick -> tick <= most)
                .map(tick -> new Curves.Tick(tick, words.number(Math.round(tick))))
                .toList();
        Picture picture = Curves.of(
                words.text("capacity.picture"),
                String.join("; ", description),
                curves,
                new Curves.Axis(words.text("capacity.axis"), most, ticks),
                quarters(),
                new Curves.Callout(told.now().leadsPerWeek(), callouts),
                words.text("quality.chance"));
        List<String> heads = new ArrayList<>();
        heads.add(words.text("capacity.axis"));
        heads.add(name(Ranking.Kind.NEW));
        if (old != null) {
            heads.add(name(Ranking.Kind.OLD));
        }
        return new Chart(
                words.count(
                        "capacity.title",
                        told.perWeek(),
                        amounts.percent(told.now().caught())),
                words.text(old == null ? "capacity.text.single" : "capacity.text"),
                picture,
                new Table(words.text("capacity.picture"), heads, rows));
    }

    private void addCapacity(
            int perWeek,
            Capacity capacity,
            Ranking.Kind kind,
            List<Curves.Place> places,
            List<String> row,
            List<String> description) {
        if (capacity.points() == Long.MAX_VALUE) {
            row.add("");
            return;
        }
        String share = amounts.percent(capacity.caught());
        String tip = words.text("capacity.point", words.number(perWeek), share, name(kind));
        places.add(new Curves.Place(capacity.leadsPerWeek(), capacity.caught(), tip));
        row.add(share);
        description.add(tip);
    }

    private Table tenths() {
        List<String> heads = new ArrayList<>();
        heads.add(words.text("tenths.tenth"));
        heads.add(words.text("tenths.leads"));
        heads.add(words.text(before == null ? "tenths.bought" : "tenths.bought.new"));
        heads.add(words.text("tenths.lift"));
        heads.add(words.text("tenths.reached"));
        if (before != null) {
            heads.add(words.text("tenths.bought.old"));
            heads.add(words.text("tenths.lift"));
            heads.add(words.text("tenths.reached"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < now.tenths().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(words.number(i + 1));
            row.add(words.decimal(now.tenths().get(i).rows(), 1));
            add(now.tenths().get(i), row);
            if (before != null) {
                add(before.tenths().get(i), row);
            }
            rows.add(row);
        }
        return new Table(words.text("tenths.note"), heads, rows);
    }

    private void add(Tenth tenth, List<String> row) {
        row.add(words.decimal(tenth.conversions(), 1));
        row.add(amounts.measure(tenth.lift()));
        row.add(amounts.rate(tenth.gain()));
    }

    /** The section; empty without a test. */
    static Optional<LearningPage.Ranks> of(Figures figures, Amounts amounts, Verdict verdict) {
        return figures.ranking(Ranking.Kind.NEW)
                .map(ranking -> new RankFigures(figures, amounts, verdict, ranking.quality()).ranks());
    }
}
