package org.leadscore.page.learning;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.quality.RuleDrift;
import org.leadscore.history.figures.Doubts;
import org.leadscore.history.figures.Figures;
import org.leadscore.history.figures.Tested;
import org.leadscore.page.learning.LearningPage.Check;
import org.leadscore.report.words.Words;

/** The checks of the data and the result: what was looked for, and what was found. */
final class CheckFigures {

    private static final int MOMENTS = 3;
    private static final int MOST_NAMED = 5;

    private final Figures figures;
    private final Amounts amounts;
    private final Words words;
    private final List<Check> checks = new ArrayList<>();

    private CheckFigures(Figures figures, Amounts amounts) {
        this.figures = figures;
        this.amounts = amounts;
        this.words = amounts.words;
    }

    static LearningPage.Checks of(Figures figures, Amounts amounts) {
        return new CheckFigures(figures, amounts).block();
    }

    private LearningPage.Checks block() {
        boolean isLearned = figures.card() != null;
        leak(figures.doubts());
        buyers();
        if (!figures.seen().isFlat()) {
            int moments = figures.seen().moments().size();
            add(
                    "checks.moments",
                    moments >= MOMENTS ? "checks.passed" : "checks.open",
                    words.text("checks.moments.found", words.number(moments), words.number(MOMENTS)));
        }
        if (isLearned) {
            List<String> silent = figures.doubts().neverFired();
            add(
                    "checks.silent",
                    silent.isEmpty() ? "checks.passed" : "checks.failed",
                    silent.isEmpty() ? words.text("page.none") : amounts.firstOf(silent, MOST_NAMED));
        }
        better();
        drift();
        if (figures.doubts().hasBounds()) {
            add("checks.bounds", "checks.not-looked", words.text("checks.bounds.found"));
        }
        long open = checks.stream().filter(Check::isOpen).count();
        return new LearningPage.Checks(
                open == 0
                        ? words.text("checks.text.passed")
                        : words.text("checks.text.open", words.number(open), words.number(checks.size())),
                checks,
                words.text("checks.selection"));
    }

    private void leak(Doubts doubts) {
        List<String> found =
                doubts.suspects().stream().map(Doubts.Suspicion::name).toList();
        if (!found.isEmpty()) {
            add("checks.leak", "checks.failed", amounts.firstOf(found, MOST_NAMED));
        } else if (figures.seen().isFlat()) {
            add("checks.leak", "checks.open", words.text("mind.no-times"));
        } else {
            add("checks.leak", "checks.passed", words.text("checks.leak.none"));
        }
    }

    private void buyers() {
        Tested test = figures.test();
        int before = figures.card() != null || test == null
                ? figures.seen().leads().conversions()
                : test.before().conversions();
        add(
                "checks.buyers",
                figures.seen().leads().conversions() >= MindFigures.FEW_BUYERS ? "checks.passed" : "checks.open",
                words.text(
                        "checks.buyers.found",
                        words.number(before),
                        words.number(test == null ? 0 : test.rows().conversions()),
                        words.number(MindFigures.FEW_BUYERS)));
    }

    private void better() {
        Auc difference = figures.difference();
        if (difference != null) {
            boolean isBetter = Verdict.isProven(difference) && difference.area() > 0;
            add(
                    "checks.better",
                    isBetter ? "checks.passed" : "checks.open",
                    words.text("quality.auc") + " " + amounts.areaSigned(difference.area()) + "; "
                            + words.text(
                                    "quality.interval",
                                    amounts.areaSigned(difference.interval().low()),
                                    amounts.areaSigned(difference.interval().high())));
        }
    }

    private void drift() {
        if (!Double.isNaN(figures.drift()) && !figures.seen().isFlat()) {
            add(
                    "checks.drift",
                    figures.drift() < RuleDrift.SOME ? "checks.passed" : "checks.failed",
                    words.text(
                            "checks.drift.found",
                            amounts.measure(figures.drift()),
                            words.number(DriftFigures.moved(figures).size()),
                            amounts.plain(RuleDrift.SOME)));
        }
    }

    private void add(String name, String result, String found) {
        boolean isOpen = "checks.open".equals(result) || "checks.failed".equals(result);
        checks.add(new Check(words.text(name), words.text(result), isOpen, found));
    }
}
