package org.leadscore.page.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.quality.RuleDrift;
import org.leadscore.history.figures.Figures;
import org.leadscore.page.chart.DriftBars;
import org.leadscore.page.learning.LearningPage.Chart;
import org.leadscore.report.words.Words;

/** The movement of the points of the rules since the time before the test. */
final class DriftFigures {

    private static final double FOLDED = 0.01;
    private static final int DECIMALS = 2;
    private static final int NAME_WIDTH = 24;
    private static final int MOST_NAMED = 3;

    private final Figures figures;
    private final Amounts amounts;
    private final Words words;

    private DriftFigures(Figures figures, Amounts amounts) {
        this.figures = figures;
        this.amounts = amounts;
        this.words = amounts.words;
    }

    /** The block; null when nobody looked, or the data has no times. */
    static LearningPage.@Nullable Drift of(Figures figures, Amounts amounts) {
        return Double.isNaN(figures.drift()) || figures.seen().isFlat()
                ? null
                : new DriftFigures(figures, amounts).block();
    }

    /** The rules that have moved, the furthest first. */
    static List<String> moved(Figures figures) {
        return figures.drifts().stream()
                .filter(drift -> drift.index() >= RuleDrift.SOME)
                .sorted(Comparator.comparingDouble((RuleDrift drift) -> -drift.index()))
                .map(RuleDrift::rule)
                .toList();
    }

    private LearningPage.Drift block() {
        List<DriftBars.Bar> bars = new ArrayList<>();
        List<String> description = new ArrayList<>();
        String all = words.text("drift.all");
        add(all, figures.drift(), true, bars, description);
        List<String> folded = new ArrayList<>();
        figures.drifts().stream()
                .sorted(Comparator.comparingDouble((RuleDrift drift) -> -drift.index()))
                .forEach(drift -> {
                    if (drift.index() < FOLDED) {
                        folded.add(Amounts.shown(drift.rule()));
                    } else {
                        add(Amounts.shown(drift.rule()), drift.index(), false, bars, description);
                    }
                });
        List<String> moved = moved(figures);
        String finding = moved.isEmpty()
                ? words.text("drift.title.none")
                : words.count("drift.title", moved.size(), amounts.firstOf(moved, MOST_NAMED));
        return new LearningPage.Drift(
                new Chart(
                        finding,
                        words.text("drift.drawn"),
                        DriftBars.of(
                                words.text("drift.picture"),
                                String.join("; ", description),
                                bars,
                                List.of(limit(RuleDrift.SOME, "drift.some"), limit(RuleDrift.MUCH, "drift.much"))),
                        null),
                folded.isEmpty() ? "" : words.count("drift.below", folded.size(), words.decimal(FOLDED, DECIMALS)),
                String.join(", ", folded));
    }

    private DriftBars.Limit limit(double at, String key) {
        String number = amounts.plain(at);
        return new DriftBars.Limit(at, words.text(key, number));
    }

    private void add(String name, double index, boolean isWhole, List<DriftBars.Bar> bars, List<String> description) {
        String shown = amounts.measure(index);
        String tip = name + " " + shown;
        bars.add(new DriftBars.Bar(Amounts.cut(name, NAME_WIDTH), index, shown, tip, isWhole));
        description.add(tip);
    }
}
