package org.leadscore.page.morning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.quality.Wilson;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.engine.leads.Result;
import org.leadscore.page.chart.Bars;
import org.leadscore.page.chart.Look;
import org.leadscore.page.chart.Strips;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.SourceTable;

/** The sources of leads, how good they are, and how many became customers, with intervals. */
final class SourceFigures {

    private static final double HUNDRED = 100;
    private static final int MOST = 20;

    private final RuleSet rules;
    private final Words words;
    private final boolean withCustomers;
    private final List<SourceTable.Row> rows;
    private final SourceTable.Row all;
    private final long mostLeads;
    private final double mostShare;
    private final double mostRate;

    private SourceFigures(Summary summary, Result.Sources sources, Phrases phrases) {
        this.rules = summary.rules();
        this.words = phrases.words;
        this.withCustomers = sources.withCustomers();
        this.rows = sources.rows();
        this.all = rows.stream()
                .reduce(
                        new SourceTable.Row("", 0, 0, 0, 0, 0),
                        (a, b) -> new SourceTable.Row(
                                "",
                                a.leads() + b.leads(),
                                a.best() + b.best(),
                                a.scored() + b.scored(),
                                a.score() + b.score(),
                                a.customers() + b.customers()));
        this.mostLeads = rows.stream().mapToLong(SourceTable.Row::leads).max().orElse(0);
        this.mostShare = rows.stream().mapToDouble(SourceFigures::share).max().orElse(0);
        this.mostRate = rows.stream()
                .limit(MOST)
                .mapToDouble(row -> interval(row).high())
                .max()
                .orElse(0);
    }

    /** The section; null when the rules do not say how leads come, or no lead is there. */
    static MorningPage.@Nullable Sources of(Summary summary, Phrases phrases) {
        Result.Sources sources = summary.result().sources();
        return sources == null || sources.rows().isEmpty()
                ? null
                : new SourceFigures(summary, sources, phrases).section();
    }

    private MorningPage.Sources section() {
        List<MorningPage.Source> shown = new ArrayList<>();
        rows.stream().limit(MOST).forEach(row -> shown.add(source(row, name(row), false)));
        String caption = words.text(withCustomers ? "sources.text" : "sources.text.plain");
        if (rows.size() > MOST) {
            caption += " " + words.text("calls.nearly.of", words.number(MOST), words.number(rows.size()));
        }
        return new MorningPage.Sources(
                note(),
                caption,
                Phrases.shown(rules.buckets().get(0).name()),
                withCustomers,
                shown,
                source(all, words.text("calls.all"), true));
    }

    private String name(SourceTable.Row row) {
        return row.source().isEmpty() ? words.text("page.unknown") : Phrases.shown(row.source());
    }

    private String note() {
        List<String> sentences = new ArrayList<>();
        rows.stream()
                .filter(row -> row.best() > 0 && !row.source().isEmpty())
                .max(Comparator.comparingDouble(SourceFigures::share))
                .ifPresent(row -> sentences.add(words.text(
                        "sources.title",
                        name(row),
                        Phrases.shown(rules.buckets().get(0).name()))));
        if (withCustomers && rows.size() > 1 && overlap()) {
            sentences.add(words.text("sources.overlap"));
        }
        return String.join(" ", sentences);
    }

    /** True when the intervals of all sources have a rate in common. */
    private boolean overlap() {
        double low = rows.stream().mapToDouble(row -> interval(row).low()).max().orElse(0);
        double high =
                rows.stream().mapToDouble(row -> interval(row).high()).min().orElse(1);
        return low <= high;
    }

    private MorningPage.Source source(SourceTable.Row row, String name, boolean isAll) {
        Interval interval = interval(row);
        double rate = row.leads() == 0 ? 0 : (double) row.customers() / row.leads();
        double allRate = all.leads() == 0 ? 0 : (double) all.customers() / all.leads();
        return new MorningPage.Source(
                name,
                words.number(row.leads()),
                isAll ? null : Bars.one((double) row.leads(), (double) mostLeads, Look.GREY),
                words.percent(share(row), 1),
                isAll ? null : Bars.one(share(row), mostShare, Look.HOT),
                row.scored() == 0 ? "" : words.decimal(mean(row)),
                words.number(row.customers()),
                words.percent(rate, 1),
                isAll ? null : Strips.interval(rate, interval.low(), interval.high(), allRate, mostRate),
                words.text(
                        "page.range",
                        words.decimal(oneDecimal(HUNDRED * interval.low())),
                        words.decimal(oneDecimal(HUNDRED * interval.high()))));
    }

    private BigDecimal mean(SourceTable.Row row) {
        return BigDecimal.valueOf(row.score(), rules.scale().decimals())
                .divide(BigDecimal.valueOf(row.scored()), 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal oneDecimal(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
    }

    /** The share of its leads that are in the highest bucket. */
    private static double share(SourceTable.Row row) {
        return row.leads() == 0 ? 0 : (double) row.best() / row.leads();
    }

    private static Interval interval(SourceTable.Row row) {
        return Wilson.of(new Counts(row.leads(), row.customers()));
    }
}
