package org.leadscore.report.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Points;
import org.leadscore.problem.Excerpt;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.condition.Count;
import org.leadscore.rules.condition.NumberRange;
import org.leadscore.rules.rule.Award;
import org.leadscore.rules.yaml.Durations;
import org.leadscore.score.event.Evidence;
import org.leadscore.score.event.Evidence.Occurrence;
import org.leadscore.score.event.Evidence.Trial;

/** Tells the events behind the points of a rule, or what a rule lacked to give any. Taken by {@link ExplanationText}. */
final class EvidenceText {

    private static final int ALL_DECIMALS = 6;
    private static final MathContext RATE = new MathContext(3);
    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    /** A line below a rule: its text, its amount, and how the amount came about; blank where there is none. */
    record Line(String text, String amount, String remark) {}

    private final ZonedTimes times;
    private final long asOf;
    private final int most;

    /**
     * Text for a lead as of a moment.
     *
     * @param most the number of occurrences that are told one by one, the newest
     */
    EvidenceText(ZonedTimes times, long asOf, int most) {
        this.times = times;
        this.asOf = asOf;
        this.most = most;
    }

    /** Tells how the rule's points came about, given those that count; blank where the lines below say it. */
    String remark(Evidence of, long points) {
        String made = of.rule().award().choose(each -> ofEach(of, each), tiers -> ofTiers(of));
        long before = of.points();
        if (before == points) {
            return made;
        }
        return (made.isEmpty() ? points(before) : made) + ", held at " + points(points);
    }

    private static String ofEach(Evidence of, Award.Each each) {
        return of.rule()
                .activity()
                .choose(
                        occurrences -> each.decay() == null && !of.occurrences().isEmpty()
                                ? of.occurrences().size() + " × " + points(each.points())
                                : "",
                        sum -> "%s ÷ %s = %d%s × %s"
                                .formatted(
                                        Numbers.plain(total(of)),
                                        Numbers.plain(sum.per()),
                                        of.multiples(),
                                        of.multiples() > each.limit() ? ", of which " + each.limit() + " count," : "",
                                        points(each.points())),
                        rate -> "");
    }

    private String ofTiers(Evidence of) {
        return of.trials().isEmpty()
                ? ""
                : "once, for " + held(of, of.trials().get(of.trials().size() - 1));
    }

    private String held(Evidence of, Trial trial) {
        String faded = trial.factor() == Points.ONE ? "" : ": " + points(trial.each()) + " × " + points(trial.factor());
        return found(of, trial) + in(trial.within()) + faded;
    }

    /** The occurrences that counted, and those that did not. */
    List<Line> lines(Evidence of) {
        boolean eachCounts = of.sum() == null && of.trials().isEmpty();
        String each = eachCounts ? points(of.each()) : "";
        List<Line> lines = new ArrayList<>();
        List<Occurrence> all = of.occurrences();
        for (Occurrence occurrence : all.subList(0, Math.min(most, all.size()))) {
            lines.add(line(occurrence, each));
        }
        if (all.size() > most) {
            List<Occurrence> rest = all.subList(most, all.size());
            long points = rest.stream().mapToLong(Occurrence::points).sum();
            lines.add(new Line(rest.size() + " more", eachCounts ? points(points) : "", ""));
        }
        if (of.beyondLimit() > 0) {
            lines.add(new Line(of.beyondLimit() + " more, left out by the limit", "", ""));
        }
        if (of.older() > 0) {
            lines.add(new Line(
                    count(of.older(), "event") + " left out, older than "
                            + Durations.format(of.rule().within()),
                    "",
                    ""));
        }
        return lines;
    }

    /** @param each the points of a new occurrence; blank where points are given once */
    private Line line(Occurrence occurrence, String each) {
        String text = times.format(occurrence.time())
                + (occurrence.value().isEmpty() ? "" : " " + Excerpt.of(occurrence.value()))
                + (occurrence.events() > 1 ? ", " + occurrence.events() + " events" : "")
                + ", " + age(asOf - occurrence.time()) + " ago";
        String remark = occurrence.factor() == Points.ONE ? "" : each + " × " + points(occurrence.factor());
        return each.isEmpty() ? new Line(text, "", "") : new Line(text, points(occurrence.points()), remark);
    }

    /** The reason why a rule gave nothing. */
    String lack(Evidence of) {
        if (!of.trials().isEmpty()) {
            return of.trials().stream()
                    .map(trial ->
                            found(of, trial) + in(trial.within()) + (trial.holds() ? ", worth 0" : wanted(of, trial)))
                    .collect(Collectors.joining("; "));
        }
        BigDecimal sum = of.sum();
        if (sum != null) {
            return "a sum of " + Numbers.plain(sum) + ", which is less than " + Numbers.plain(of.per());
        }
        if (of.older() > 0 && of.occurrences().isEmpty()) {
            return count(of.older(), "event") + ", older than "
                    + Durations.format(of.rule().within());
        }
        return of.occurrences().isEmpty() ? "no event" : count(of.occurrences().size(), "occurrence") + " worth 0";
    }

    private static String found(Evidence of, Trial trial) {
        return of.rule()
                .activity()
                .choose(
                        occurrences -> unit(trial.count(), occurrences.count()),
                        sum -> trial.count() + " × " + Numbers.plain(sum.per()),
                        rate -> trial.count() + " of " + unit(trial.over(), rate.count())
                                + (trial.over() == 0 ? "" : " = " + rate(trial)));
    }

    private static String rate(Trial trial) {
        return Numbers.plain(BigDecimal.valueOf(trial.count()).divide(BigDecimal.valueOf(trial.over()), RATE));
    }

    private static String wanted(Evidence of, Trial trial) {
        return of.rule()
                .activity()
                .choose(
                        occurrences -> ", wanted " + words(trial.range()),
                        sum -> ", wanted " + words(trial.range()),
                        rate -> trial.over() < rate.fromEvents()
                                ? ", wanted at least " + unit(rate.fromEvents(), rate.count())
                                : ", wanted " + words(trial.range()));
    }

    private static String unit(long number, Count count) {
        return switch (count.kind()) {
            case EVENTS -> count(number, "event");
            case DAYS -> count(number, "day");
            case VISITS -> count(number, "visit");
            case DISTINCT -> number + " different " + count.columns().get(0).name();
        };
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String words(NumberRange range) {
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        if (low != null && high != null && low.compareTo(high) == 0) {
            return "exactly " + Numbers.plain(low);
        }
        String from = low == null ? "" : (range.lowIsIn() ? "at least " : "more than ") + Numbers.plain(low);
        String to = high == null ? "" : (range.highIsIn() ? "at most " : "less than ") + Numbers.plain(high);
        return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    }

    private static BigDecimal total(Evidence of) {
        BigDecimal sum = of.sum();
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private static String in(long within) {
        return within == Award.UNLIMITED ? "" : " in " + Durations.format(within);
    }

    /** An age in full days, or below two days in full hours, or below two hours in full minutes. */
    private static String age(long millis) {
        if (millis >= 2 * DAY) {
            return millis / DAY + "d";
        }
        return millis >= 2 * HOUR ? millis / HOUR + "h" : millis / MINUTE + "m";
    }

    private static String points(long millionths) {
        return Points.format(millionths, ALL_DECIMALS);
    }
}
