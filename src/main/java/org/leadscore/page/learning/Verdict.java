package org.leadscore.page.learning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.quality.Auc;
import org.leadscore.calibrate.quality.Capacity;
import org.leadscore.calibrate.quality.CapacityStep;
import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.quality.Quality;
import org.leadscore.history.figures.Figures;
import org.leadscore.history.figures.Ranking;
import org.leadscore.history.figures.Seen;
import org.leadscore.history.figures.Tested;
import org.leadscore.page.Figure;
import org.leadscore.report.words.Words;

/** The news of the page in sentences, and the figures below them. */
final class Verdict {

    private static final double TENTH = 0.1;
    private static final double VISIBLE = 0.01;
    private static final double HALF = 0.5;
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000);

    private final Figures figures;
    private final Amounts amounts;
    private final Words words;
    private final @Nullable Quality now;
    private final @Nullable Quality before;
    private final boolean isLearned;

    Verdict(Figures figures, Amounts amounts) {
        this.figures = figures;
        this.amounts = amounts;
        this.words = amounts.words;
        this.now = figures.ranking(Ranking.Kind.NEW).map(Ranking::quality).orElse(null);
        this.before = figures.ranking(Ranking.Kind.OLD).map(Ranking::quality).orElse(null);
        this.isLearned = figures.card() != null;
    }

    /** True when the interval of the difference has no zero in it. */
    static boolean isProven(Auc difference) {
        return !difference.interval().contains(0);
    }

    /** The sentence that the page begins with. */
    String finding() {
        Auc difference = figures.difference();
        if (now == null) {
            return words.text("learning.untested");
        }
        if (before == null || difference == null) {
            return now.interval().low() > HALF
                    ? words.text("learning.ranks", amounts.area(now.auc().area()))
                    : words.text("learning.ranks-not");
        }
        if (isProven(difference)) {
            return words.text(difference.area() > 0 ? "learning.better" : "learning.worse");
        }
        return words.text(gain(now) - gain(before) >= VISIBLE ? "learning.early" : "learning.not-proven");
    }

    /** The gain of a caller, and how sure that is. */
    String details() {
        if (now == null) {
            return words.text("mind.no-test");
        }
        List<String> sentences = new ArrayList<>();
        Auc difference = figures.difference();
        if (before == null) {
            sentences.add(words.text("learning.best-tenth.single", amounts.percent(gain(now)), amounts.percent(TENTH)));
        } else {
            sentences.add(words.text(
                    "learning.best-tenth",
                    amounts.percent(gain(now)),
                    amounts.percent(gain(before)),
                    amounts.percent(TENTH)));
        }
        if (difference != null) {
            Interval interval = difference.interval();
            sentences.add(words.text(
                    isProven(difference) ? "learning.difference.proven" : "learning.difference",
                    amounts.areaSigned(difference.area()),
                    amounts.areaSigned(interval.low()),
                    amounts.areaSigned(interval.high())));
        }
        if (!isLearned) {
            sentences.add(words.text("mind.in-sample"));
        }
        return String.join(" ", sentences);
    }

    /** The leads, the moments, the horizon and the test. */
    String state() {
        Seen seen = figures.seen();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.count(
                isLearned ? "learning.learned" : "learning.looked",
                seen.leads().leads(),
                words.number(seen.leads().conversions()),
                amounts.rate(seen.leads().rate())));
        if (!seen.isFlat()) {
            List<Long> moments = seen.moments();
            sentences.add(words.count(
                    "learning.moments",
                    moments.size(),
                    amounts.dayAndYear(moments.get(0)),
                    amounts.dayAndYear(moments.get(moments.size() - 1))));
            sentences.add(words.countPlain("learning.horizon", days(seen.horizon())));
        }
        Tested test = figures.test();
        if (test != null) {
            sentences.add(tested(test));
        }
        return String.join(" ", sentences);
    }

    private String tested(Tested test) {
        if (test.moments().isEmpty()) {
            return words.text(isLearned ? "learning.tested.share" : "learning.measured.share");
        }
        String days =
                words.list(test.moments().stream().map(amounts::dayAndYear).toList());
        return words.text(isLearned ? "learning.tested" : "learning.measured", days);
    }

    /** A duration in days, with decimals only where it is no whole number of them. */
    static BigDecimal days(long millis) {
        BigDecimal days =
                BigDecimal.valueOf(millis).divide(DAY, 2, RoundingMode.HALF_UP).stripTrailingZeros();
        return days.scale() < 0 ? days.setScale(0) : days;
    }

    /** The figures below the headline. */
    List<Figure> figures() {
        List<Figure> shown = new ArrayList<>();
        if (now != null) {
            add(now, shown);
        }
        step().ifPresent(step -> {
            Capacity old = step.before();
            shown.add(figure(
                    words.text("quality.at-capacity", words.number(step.perWeek())),
                    amounts.percent(step.now().caught()),
                    old == null ? "" : words.text("quality.old-only", amounts.percent(old.caught()))));
        });
        Seen seen = figures.seen();
        if (isLearned) {
            shown.add(figure(
                    words.text("quality.learned"),
                    words.number(seen.leads().conversions()),
                    words.count("quality.buyers-among", seen.leads().leads())));
        }
        Tested test = figures.test();
        if (test != null) {
            shown.add(figure(
                    words.text("quality.tested"),
                    words.number(test.rows().conversions()),
                    words.count("quality.buyers-among", test.rows().leads())));
        }
        return shown;
    }

    private void add(Quality quality, List<Figure> shown) {
        Interval interval = quality.interval();
        String low = amounts.area(interval.low());
        String high = amounts.area(interval.high());
        Auc difference = figures.difference();
        shown.add(figure(
                words.text(before == null ? "quality.auc" : "quality.auc.new"),
                amounts.area(quality.auc().area()),
                before == null
                        ? words.text("quality.interval", low, high)
                        : words.text(
                                "quality.interval.old",
                                low,
                                high,
                                amounts.area(before.auc().area()))));
        if (difference != null) {
            shown.add(figure(
                    words.text("quality.to-old"),
                    amounts.areaSigned(difference.area()),
                    words.text(
                            isProven(difference) ? "quality.interval.proven" : "quality.interval.not-proven",
                            amounts.areaSigned(difference.interval().low()),
                            amounts.areaSigned(difference.interval().high()))));
        }
        shown.add(figure(
                words.text("quality.in-tenth"),
                amounts.percent(gain(quality)),
                before == null
                        ? words.text("quality.chance") + " " + amounts.percent(TENTH)
                        : words.text("quality.old-and-chance", amounts.percent(gain(before)), amounts.percent(TENTH))));
    }

    private static Figure figure(String name, String number, String change) {
        return new Figure(name, "", number, change);
    }

    /** The step of the capacity that the page tells of: the one asked for, or the least that reaches half of the buyers. */
    Optional<CapacityStep> step() {
        return figures.capacity().stream()
                .filter(step -> step.now().points() != Long.MAX_VALUE)
                .filter(step -> {
                    Integer asked = figures.perWeek();
                    return asked == null ? step.now().caught() >= HALF : step.perWeek() == asked;
                })
                .findFirst();
    }

    private static double gain(Quality quality) {
        return quality.tenths().get(0).gain();
    }
}
