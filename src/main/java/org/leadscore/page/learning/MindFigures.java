package org.leadscore.page.learning;

import java.util.ArrayList;
import java.util.List;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.history.figures.Doubts;
import org.leadscore.history.figures.Figures;
import org.leadscore.history.figures.Meaning;
import org.leadscore.history.figures.Ranking;
import org.leadscore.history.figures.Tested;
import org.leadscore.page.learning.LearningPage.Mind;
import org.leadscore.report.words.Words;

/** The points to mind before any chart is looked at: warnings first, then notes. */
final class MindFigures {

    /** The conversions below which all figures are rough. */
    static final int FEW_BUYERS = 50;

    private static final double WORTH_SAYING = 0.05;
    private static final double UNLIKE = 1.5;
    private static final int FEWEST_OF_BUCKET = 10;
    private static final int MOST_FIELDS = 20;

    private final Figures figures;
    private final Amounts amounts;
    private final Words words;
    private final boolean isLearned;
    private final List<Mind> minds = new ArrayList<>();

    MindFigures(Figures figures, Amounts amounts) {
        this.figures = figures;
        this.amounts = amounts;
        this.words = amounts.words;
        this.isLearned = figures.card() != null;
    }

    List<Mind> minds() {
        Doubts doubts = figures.doubts();
        doubts.unmet().forEach(gate -> warn(words.text("mind.unmet"), Amounts.shown(gate)));
        suspects(doubts, false);
        if (figures.test() == null) {
            warn(words.text("learning.untested"), words.text("mind.no-test"));
        }
        figures.ranking(Ranking.Kind.NEW)
                .filter(Ranking::isTooGood)
                .ifPresent(ranking -> warn(
                        words.text(
                                "mind.too-good",
                                amounts.area(ranking.quality().auc().area())),
                        words.text("mind.too-good.text")));
        if (figures.seen().leads().conversions() < FEW_BUYERS) {
            warn(words.text("mind.few-buyers"), "");
        }
        if (figures.seen().isFlat()) {
            warn(words.text("mind.no-times"), "");
        }
        if (!isLearned) {
            warn(words.text("mind.in-sample"), words.text("mind.in-sample.text"));
        }
        luck();
        limits(figures.meaning());
        doubts.warnings().forEach(warning -> warn("", Amounts.shown(warning)));
        suspects(doubts, true);
        overstatement();
        doubts.others().forEach(doubt -> note(words.text("mind.doubt"), Amounts.shown(doubt)));
        if (!doubts.fields().isEmpty()) {
            note(
                    words.text("mind.hindsight"),
                    words.text("mind.hindsight.text", amounts.firstOf(doubts.fields(), MOST_FIELDS)));
        }
        return minds;
    }

    private void suspects(Doubts doubts, boolean areTrusted) {
        for (Doubts.Suspicion suspect : doubts.suspects()) {
            if (suspect.isTrusted() != areTrusted) {
                continue;
            }
            String finding = Amounts.shown(suspect.finding()) + ".";
            if (areTrusted) {
                note(words.text("mind.trusted", Amounts.shown(suspect.name())), finding);
            } else {
                String rules = suspect.rules().isEmpty()
                        ? ""
                        : " "
                                + words.text(
                                        isLearned ? "mind.suspect.keep" : "mind.suspect.ignored",
                                        amounts.firstOf(suspect.rules(), MOST_FIELDS));
                warn(words.text("mind.suspect", Amounts.shown(suspect.name())), finding + rules);
            }
        }
    }

    private void luck() {
        Auc difference = figures.difference();
        Tested test = figures.test();
        if (difference != null && test != null && difference.area() > 0 && !Verdict.isProven(difference)) {
            double half = (difference.interval().high() - difference.interval().low()) / 2;
            warn(
                    words.text("mind.luck"),
                    words.count("mind.luck.text", test.rows().conversions(), amounts.area(half)));
        }
    }

    /** Warns when the highest bucket would be another one by the new points. */
    private void limits(Meaning meaning) {
        if (!isLearned || meaning.limits().isEmpty() || meaning.buckets().isEmpty()) {
            return;
        }
        Meaning.BucketRates best = meaning.buckets().get(0);
        Counts before = best.before();
        if (before == null) {
            return;
        }
        int most = Math.max(best.now().leads(), before.leads());
        int least = Math.min(best.now().leads(), before.leads());
        if (most >= FEWEST_OF_BUCKET && most > UNLIKE * least) {
            List<String> limits = new ArrayList<>();
            for (int i = 0; i + 1 < meaning.limits().size(); i++) {
                limits.add(Amounts.shown(meaning.buckets().get(i).bucket()) + " "
                        + words.number(meaning.limits().get(i)));
            }
            String proposed = limits.isEmpty() ? "" : " " + words.text("mind.limits.proposed", words.list(limits));
            warn(
                    words.text("mind.limits"),
                    words.text(
                                    "mind.limits.text",
                                    words.number(best.now().leads()),
                                    Amounts.shown(best.bucket()),
                                    words.number(before.leads()))
                            + proposed
                            + withoutBounds(figures, words));
        }
    }

    /** Says that bounds are left out, as a sentence behind others; empty where the rules have none. */
    static String withoutBounds(Figures figures, Words words) {
        return figures.doubts().hasBounds() ? " " + words.text("buckets.bounds") : "";
    }

    private void overstatement() {
        figures.meaning()
                .overstatement()
                .filter(share -> Math.abs(share) >= WORTH_SAYING)
                .ifPresent(share -> note(
                        words.text(share > 0 ? "mind.overstate" : "mind.understate", amounts.percent(Math.abs(share))),
                        ""));
    }

    private void warn(String text, String more) {
        minds.add(new Mind(true, text, more));
    }

    private void note(String text, String more) {
        minds.add(new Mind(false, text, more));
    }
}
