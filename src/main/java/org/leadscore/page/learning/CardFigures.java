package org.leadscore.page.learning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.calibrate.quality.Significance;
import org.leadscore.calibrate.rows.Entry;
import org.leadscore.history.figures.Card;
import org.leadscore.history.figures.Figures;
import org.leadscore.lead.Points;
import org.leadscore.page.chart.Forest;
import org.leadscore.page.chart.LinearScale;
import org.leadscore.page.learning.LearningPage.CardLine;
import org.leadscore.page.learning.LearningPage.CardRule;
import org.leadscore.report.words.Words;

/** The learned points: each attribute with its rate, its old and new points and their intervals. */
final class CardFigures {

    private static final double HUNDRED = 100;
    private static final int RATE_TICKS = 4;
    private static final int POINT_TICKS = 3;
    private static final double MARGIN = 1.05;
    private static final double LEAST = 10;

    private final Card card;
    private final Amounts amounts;
    private final Words words;
    private final double rate; // of all leads
    private final double mostRate;
    private double low; // of the drawn points, in hundredths of the scale
    private double high;

    CardFigures(Figures figures, Card card, Amounts amounts) {
        this.card = card;
        this.amounts = amounts;
        this.words = amounts.words;
        this.rate = figures.seen().leads().rate();
        this.mostRate = Math.max(
                rate,
                card.lines().stream()
                        .filter(line -> line.entry().counts().leads() > 0)
                        .mapToDouble(line -> line.entry().wilson().high())
                        .max()
                        .orElse(1));
        for (Card.Line line : card.lines()) {
            span(before(line));
            if (line.isLearned()) {
                span(now(line) - half(line));
                span(now(line) + half(line));
            }
        }
        low = Math.min(-LEAST, Math.max(-HUNDRED, low)) * MARGIN;
        high = Math.max(LEAST, Math.min(HUNDRED, high)) * MARGIN;
    }

    private void span(double hundredths) {
        low = Math.min(low, hundredths);
        high = Math.max(high, hundredths);
    }

    LearningPage.Card section() {
        Map<String, List<Card.Line>> byRule = new LinkedHashMap<>();
        card.lines()
                .forEach(line -> byRule.computeIfAbsent(line.rule(), rule -> new ArrayList<>())
                        .add(line));
        List<CardRule> rules = byRule.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        (Map.Entry<String, List<Card.Line>> rule) -> -weight(rule.getValue())))
                .map(rule -> new CardRule(Amounts.shown(rule.getKey()), lines(rule.getValue())))
                .toList();
        return new LearningPage.Card(
                note(),
                List.of(
                        words.text("card.sure"),
                        words.text("card.open"),
                        words.text("quality.old"),
                        words.text("card.rates", level())),
                words.count("card.table", card.lines().size(), amounts.rate(rate)),
                Forest.rateAxis(rateTicks(), mostRate),
                Forest.pointsAxis(pointTicks(), low, high),
                rules,
                notes());
    }

    /** The weightiest line of a rule; below all others for a rule that was not learned. */
    private double weight(List<Card.Line> lines) {
        return lines.stream()
                .mapToDouble(line -> line.isLearned() ? Math.abs(now(line)) : -1)
                .max()
                .orElse(0);
    }

    private List<CardLine> lines(List<Card.Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparingDouble((Card.Line line) -> -now(line)))
                .map(this::line)
                .toList();
    }

    private CardLine line(Card.Line line) {
        LearnedEntry entry = line.entry();
        boolean isSignificant = entry.q() <= Significance.LEVEL;
        return new CardLine(
                attribute(entry.entry()),
                words.number(entry.counts().leads()),
                words.number(entry.counts().conversions()),
                amounts.rate(entry.counts().rate()),
                Forest.rate(
                        entry.counts().rate(),
                        entry.wilson().low(),
                        entry.wilson().high(),
                        rate,
                        mostRate,
                        isSignificant),
                amounts.pointsSigned(entry.entry().points()),
                amounts.pointsSigned(line.newPoints()),
                line.isLearned() ? amounts.plusMinus(entry.plusMinus()) : "",
                Forest.points(
                        before(line), now(line), line.isLearned() ? half(line) : Double.NaN, low, high, line.isSure()),
                amounts.q(entry.q()),
                words.text(isSignificant ? "card.significant" : "card.significant.not"));
    }

    private String attribute(Entry entry) {
        return switch (entry.place()) {
            case RULE -> "";
            case EACH -> words.text("card.each");
            case OTHERWISE -> words.text("card.otherwise");
            case VALUE -> entry.label().isEmpty() ? words.text("page.empty") : Amounts.shown(entry.label());
            case TIER -> Amounts.shown(entry.label());
        };
    }

    private double before(Card.Line line) {
        return hundredths(line.entry().entry().points(), line, card.oldScale());
    }

    private double now(Card.Line line) {
        return hundredths(line.newPoints(), line, card.newScale());
    }

    private double half(Card.Line line) {
        return Math.abs(hundredths(line.entry().plusMinus(), line, card.newScale()));
    }

    /** Points after the group's weight, in hundredths of the way from zero to full. */
    private static double hundredths(long points, Card.Line line, Card.Span scale) {
        return HUNDRED * points * line.weight().doubleValue() / (scale.full() - scale.zero());
    }

    private String note() {
        long significant = card.lines().stream()
                .filter(line -> line.entry().q() <= Significance.LEVEL)
                .count();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.text(
                "card.title",
                words.number(significant),
                words.number(card.lines().size()),
                level()));
        sentences.add(words.text("card.scale", length(card.newScale()), length(card.oldScale())));
        if (!Double.isNaN(card.pointsPerDoubling())) {
            sentences.add(words.text("card.odds", amounts.plain(card.pointsPerDoubling())));
        }
        return String.join(" ", sentences);
    }

    private String length(Card.Span scale) {
        return amounts.plain(Points.toDouble(scale.full() - scale.zero()));
    }

    private String level() {
        return words.decimal(Significance.LEVEL, 2);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        long open = card.lines().stream()
                .filter(line -> line.isLearned() && !line.isSure())
                .count();
        if (open > 0) {
            notes.add(words.count("card.sign-open", open));
        }
        notes.add(words.text("card.rate.text"));
        boolean hasEach =
                card.lines().stream().anyMatch(line -> line.entry().entry().place() == Entry.Place.EACH);
        if (hasEach) {
            notes.add(words.text("card.each.text", words.text("card.each")));
        }
        return notes;
    }

    private List<Forest.Tick> rateTicks() {
        return LinearScale.ticks(HUNDRED * mostRate, RATE_TICKS).stream()
                .filter(tick -> tick <= HUNDRED * mostRate)
                .map(tick -> new Forest.Tick(tick / HUNDRED, words.number(Math.round(tick))))
                .toList();
    }

    private List<Forest.Tick> pointTicks() {
        List<Double> ticks = LinearScale.ticks(Math.max(-low, high), POINT_TICKS);
        List<Forest.Tick> shown = new ArrayList<>();
        for (double tick : ticks) {
            if (tick > 0 && -tick >= low) {
                shown.add(new Forest.Tick(-tick, signed(-tick)));
            }
            if (tick <= high) {
                shown.add(new Forest.Tick(tick, signed(tick)));
            }
        }
        return shown;
    }

    private String signed(double tick) {
        return words.signed(BigDecimal.valueOf(Math.round(tick)));
    }
}
