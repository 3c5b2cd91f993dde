package org.leadscore.report.ranking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.lead.TimeFormat;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.report.words.Words;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Standing;

/** Says why a lead is worth a call, in sentences of one language that can be read out. */
public final class InWords {

    private static final int MOST_FOR = 5;
    private static final int MOST_AGAINST = 2;

    /** The smallest amount of which two decimals show something, in millionths of a point. */
    private static final long SMALLEST_SHOWN = Points.ONE / 200;

    private final Words words;

    /** Says it in the language of these words. */
    public InWords(Words words) {
        this.words = words;
    }

    /**
     * Writes sentences such as
     * {@code Demo requested (25 points) and Decision maker (18). Against it: Personal mailbox (-8 points). Leans to lathes. Stage: decision. Last seen on 2026-11-20.}
     * Figures that are not known are left out.
     */
    public String of(Score score, Standing standing, ZonedTimes times) {
        List<String> sentences = new ArrayList<>();
        String inFavour = list(score, true, MOST_FOR);
        if (inFavour != null) {
            sentences.add(inFavour + ".");
        }
        addIf(list(score, false, MOST_AGAINST), "sentence.against", sentences);
        addIf(standing.interest(), "sentence.interest", sentences);
        addIf(standing.stage(), "sentence.stage", sentences);
        addIf(standing.source(), "sentence.source", sentences);
        if (score.lastActivity() != TimeFormat.NONE) {
            String time = times.format(score.lastActivity());
            LocalDate day = LocalDate.parse(time.substring(0, time.indexOf('T')));
            sentences.add(words.text("sentence.seen", words.dayInCell(day)));
        }
        return String.join(" ", sentences);
    }

    /** Lists the weightiest rules in favour, or against; null when there are none. */
    private @Nullable String list(Score score, boolean inFavour, int most) {
        List<Contribution> weightiest = score.contributions().stream()
                .filter(rule -> inFavour ? rule.points() >= SMALLEST_SHOWN : rule.points() <= -SMALLEST_SHOWN)
                .sorted(Comparator.comparingLong(rule -> -Math.abs(rule.points())))
                .limit(most)
                .toList();
        List<String> rules = new ArrayList<>();
        for (Contribution rule : weightiest) {
            BigDecimal points = new BigDecimal(Points.format(rule.points(), 2));
            rules.add(
                    rules.isEmpty()
                            ? words.countPlain("sentence.points", points, rule.rule())
                            : rule.rule() + " (" + words.plain(points) + ")");
        }
        return rules.isEmpty() ? null : words.list(rules);
    }

    private void addIf(@Nullable String known, String sentence, List<String> sentences) {
        if (known != null) {
            sentences.add(words.text(sentence, known));
        }
    }
}
