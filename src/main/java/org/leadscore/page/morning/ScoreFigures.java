package org.leadscore.page.morning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.page.chart.Bars;
import org.leadscore.page.chart.HeatGrid;
import org.leadscore.page.chart.Histogram;
import org.leadscore.page.chart.Look;
import org.leadscore.page.chart.Picture;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Grades;
import org.leadscore.score.point.Census;
import org.leadscore.score.point.Spread;
import org.leadscore.segment.FollowUpCensus;

/** The look of the pool: leads by score, by grade, and by stage. */
final class ScoreFigures {

    /** About so many columns make a histogram. */
    private static final int COLUMNS = 20;

    private final RuleSet rules;
    private final Census census;
    private final FollowUpCensus followUp;
    private final Phrases phrases;
    private final Words words;

    private ScoreFigures(Summary summary, Phrases phrases) {
        this.rules = summary.rules();
        this.census = summary.result().census();
        this.followUp = summary.result().placements().census();
        this.phrases = phrases;
        this.words = phrases.words;
    }

    /** The section; null when no lead is scored. */
    static MorningPage.@Nullable Scores of(Summary summary, Phrases phrases) {
        return summary.result().census().scored() == 0 ? null : new ScoreFigures(summary, phrases).section();
    }

    private MorningPage.Scores section() {
        List<String> sentences = new ArrayList<>();
        phrases.addPool(census, sentences);
        if (census.customers() > 0) {
            sentences.add(words.count("scores.customers", census.customers()));
        }
        Spread spread = census.spread();
        List<Histogram.Column> columns = columns(spread);
        String finding = finding();
        String note = words.text("scores.text", words.number(width(spread)), words.number(spread.atMinimum()));
        List<MorningPage.Row> figures = columns.stream()
                .map(column -> new MorningPage.Row(
                        words.text("page.range", words.number((long) column.from()), words.number((long) column.to())),
                        null,
                        words.number(column.count()),
                        ""))
                .toList();
        Picture picture = Histogram.of(
                finding,
                words.count("scores.picture.text", census.scored(), words.number(width(spread))) + " " + sharesInWords()
                        + ".",
                columns,
                zones(spread),
                words.text("scores.axis"),
                number -> words.number(Math.round(number)));
        return new MorningPage.Scores(String.join(" ", sentences), finding, note, picture, figures, grid(), stages());
    }

    private String finding() {
        List<Bucket> buckets = rules.buckets();
        String best = Phrases.shown(buckets.get(0).name());
        if (buckets.size() == 1) {
            return words.text("scores.title.single", share(buckets.get(0)), best);
        }
        Bucket last = buckets.get(buckets.size() - 1);
        return words.text("scores.title", share(buckets.get(0)), best, share(last), Phrases.shown(last.name()));
    }

    private String sharesInWords() {
        List<String> parts = new ArrayList<>();
        census.buckets().forEach((name, leads) -> parts.add(Phrases.shown(name) + " " + words.number(leads)));
        return words.list(parts);
    }

    private String share(Bucket bucket) {
        return words.percent((double) census.buckets().getOrDefault(bucket.name(), 0) / census.scored(), 0);
    }

    /** The width of a column in whole scores. */
    private static int width(Spread spread) {
        int range = spread.max() - spread.min();
        int width = 1;
        int[] widths = {1, 2, 5, 10, 20, 25, 50, 100};
        for (int candidate : widths) {
            width = candidate;
            if (range / candidate <= COLUMNS) {
                return width;
            }
        }
        return Math.max(width, (range + COLUMNS - 1) / COLUMNS);
    }

    /** The columns, split where a bucket begins, so that each has the look of one bucket. */
    private List<Histogram.Column> columns(Spread spread) {
        int width = width(spread);
        List<Histogram.Column> columns = new ArrayList<>();
        int from = spread.min();
        while (from < spread.max()) {
            int to = Math.min(spread.max(), Math.floorDiv(from, width) * width + width);
            for (Bucket bucket : rules.buckets()) {
                double limit = bucket.from().doubleValue();
                if (limit > from && limit < to) {
                    to = (int) Math.ceil(limit);
                }
            }
            to = Math.max(from + 1, to);
            addColumn(spread, from, to, columns);
            from = to;
        }
        return columns;
    }

    private void addColumn(Spread spread, int from, int to, List<Histogram.Column> columns) {
        int buckets = rules.buckets().size();
        long count = 0;
        long most = -1;
        int look = buckets;
        for (int bucket = 0; bucket <= buckets; bucket++) {
            long here = 0;
            for (int score = from; score < to || score == spread.max() && to == spread.max(); score++) {
                here += spread.leads(bucket, score);
            }
            count += here;
            if (here > most && (here > 0 || bucket == bucketOf(from))) {
                most = here;
                look = bucket;
            }
        }
        String bucket = look < buckets ? Phrases.shown(rules.buckets().get(look).name()) : words.text("page.none");
        String tip = words.count("scores.bar", count, words.number(from), words.number(to), bucket);
        columns.add(new Histogram.Column(from, to, count, Look.ofBucket(look, buckets), tip));
    }

    private int bucketOf(double score) {
        List<Bucket> buckets = rules.buckets();
        for (int i = 0; i < buckets.size(); i++) {
            if (score >= buckets.get(i).from().doubleValue()) {
                return i;
            }
        }
        return buckets.size();
    }

    private List<Histogram.Zone> zones(Spread spread) {
        List<Histogram.Zone> zones = new ArrayList<>();
        double to = spread.max();
        for (Bucket bucket : rules.buckets()) {
            double from = Math.max(spread.min(), bucket.from().doubleValue());
            zones.add(new Histogram.Zone(
                    from,
                    to,
                    Phrases.shown(bucket.name()),
                    words.number(census.buckets().getOrDefault(bucket.name(), 0))));
            to = from;
        }
        Collections.reverse(zones);
        return zones;
    }

    private MorningPage.@Nullable Grid grid() {
        Grades grades = rules.followUp().grades();
        FollowUpCensus.Grades counts = followUp.grades();
        if (grades == null || counts == null) {
            return null;
        }
        int rows = grades.fit().size();
        int columns = grades.engagement().size();
        List<List<HeatGrid.Cell>> cells = new ArrayList<>();
        List<HeatGrid.Head> rowHeads = new ArrayList<>();
        long[] ofColumn = new long[columns];
        long total = 0;
        String best = Phrases.shown(rules.buckets().get(0).name());
        List<String> described = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<HeatGrid.Cell> ofRow = new ArrayList<>();
            long sum = 0;
            for (int column = 0; column < columns; column++) {
                long all = counts.leads(row, column);
                long hot = counts.best(row, column);
                String name = grades.fit().get(row).name()
                        + grades.engagement().get(column).name();
                String tip = words.count("grades.cell", all, Phrases.shown(name), words.number(hot), best);
                String word = hot == 0 ? "" : words.number(hot) + " " + best;
                ofRow.add(new HeatGrid.Cell(all, words.number(all), word, all == 0 ? 0 : (double) hot / all, tip));
                described.add(Phrases.shown(name) + " " + words.number(all));
                ofColumn[column] += all;
                sum += all;
            }
            total += sum;
            cells.add(ofRow);
            rowHeads.add(head(grades.fit(), row, sum));
        }
        List<HeatGrid.Head> columnHeads = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            columnHeads.add(head(grades.engagement(), column, ofColumn[column]));
        }
        long idle = columns < 2 ? 0 : counts.leads(0, columns - 1) + (columns > 2 ? counts.leads(0, columns - 2) : 0);
        String finding = words.count("grades.title", idle);
        Picture picture = HeatGrid.of(
                finding,
                words.list(described),
                rowHeads,
                columnHeads,
                cells,
                new HeatGrid.Head(words.text("calls.all"), "", words.number(total)),
                words.text("grades.axes"));
        String note = words.text(
                "grades.text",
                Phrases.shown(grades.fit().get(0).name()),
                Phrases.shown(grades.fit().get(rows - 1).name()),
                Phrases.shown(grades.engagement().get(0).name()),
                Phrases.shown(grades.engagement().get(columns - 1).name()));
        return new MorningPage.Grid(finding, note, picture);
    }

    /** The head of a grade with its lower limit; of the last one, which has no lower limit, with the upper. */
    private HeatGrid.Head head(List<Grades.Grade> grades, int index, long total) {
        boolean isLast = index == grades.size() - 1;
        String limit = isLast && index == 0
                ? ""
                : isLast
                        ? words.text("grades.below", limit(grades.get(index - 1)))
                        : words.text("grades.from", limit(grades.get(index)));
        return new HeatGrid.Head(Phrases.shown(grades.get(index).name()), limit, words.number(total));
    }

    private String limit(Grades.Grade grade) {
        return words.decimal(Points.toDecimal(grade.from()).stripTrailingZeros());
    }

    private MorningPage.@Nullable Stages stages() {
        Map<String, Map<String, Integer>> stages = followUp.stagesByBucket();
        if (stages.isEmpty()) {
            return null;
        }
        long most = stages.values().stream().mapToLong(ScoreFigures::sum).max().orElse(0);
        List<Bucket> buckets = rules.buckets();
        List<MorningPage.Row> rows = new ArrayList<>();
        String best = buckets.get(0).name();
        stages.forEach((stage, counts) -> {
            List<Bars.Part> parts = new ArrayList<>();
            for (int i = 0; i < buckets.size(); i++) {
                parts.add(
                        new Bars.Part(counts.getOrDefault(buckets.get(i).name(), 0), Look.ofBucket(i, buckets.size())));
            }
            parts.add(new Bars.Part(counts.getOrDefault("", 0), Look.COLD));
            rows.add(new MorningPage.Row(
                    Phrases.shown(stage),
                    Bars.parts(parts, (double) most),
                    words.number(sum(counts)),
                    words.number(counts.getOrDefault(best, 0))));
        });
        String first = stages.keySet().iterator().next();
        return new MorningPage.Stages(
                words.count("stages.title", sum(stages.getOrDefault(first, Map.of())), Phrases.shown(first)),
                words.text("stages.text"),
                Phrases.shown(best),
                rows);
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
