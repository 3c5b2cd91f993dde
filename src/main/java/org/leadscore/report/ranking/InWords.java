package org.leadscore.report.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.lead.TimeFormat;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Standing;

/** Says why a lead is worth a call, in sentences that can be read out. */
final class InWords {

    private static final int MOST_FOR = 5;
    private static final int MOST_AGAINST = 2;

    /** The smallest amount of which two decimals show something, in millionths of a point. */
    private static final long SMALLEST_SHOWN = Points.ONE / 200;

    private InWords() {}

    /**
     * Writes sentences such as
     * {@code Demo requested (25 points) and Decision maker (18). Against it: Personal mailbox (-8). Leans to lathes. Stage: decision. Last seen on 2026-11-20.}
     * Figures that are not known are left out.
     */
    static String of(Score score, Standing standing, ZonedTimes times) {
        List<String> sentences = new ArrayList<>();
        addIf(list(score, true, MOST_FOR), "%s.", sentences);
        addIf(list(score, false, MOST_AGAINST), "Against it: %s.", sentences);
        addIf(standing.interest(), "Leans to %s.", sentences);
        addIf(standing.stage(), "Stage: %s.", sentences);
        addIf(standing.source(), "Came by %s.", sentences);
        if (score.lastActivity() != TimeFormat.NONE) {
            String time = times.format(score.lastActivity());
            sentences.add("Last seen on " + time.substring(0, time.indexOf('T')) + ".");
        }
        return String.join(" ", sentences);
    }

    /** Lists the weightiest rules in favour, or against; null when there are none. */
    private static @Nullable String list(Score score, boolean inFavour, int most) {
        List<Contribution> weightiest = score.contributions().stream()
                .filter(rule -> inFavour ? rule.points() >= SMALLEST_SHOWN : rule.points() <= -SMALLEST_SHOWN)
                .sorted(Comparator.comparingLong(rule -> -Math.abs(rule.points())))
                .limit(most)
                .toList();
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < weightiest.size(); i++) {
            Contribution rule = weightiest.get(i);
            list.append(i == 0 ? "" : i == weightiest.size() - 1 ? " and " : ", ");
            String points = Points.format(rule.points(), 2);
            list.append(rule.rule()).append(" (").append(points);
            list.append(i > 0 ? ")" : points.equals("1") ? " point)" : " points)");
        }
        return weightiest.isEmpty() ? null : list.toString();
    }

    private static void addIf(@Nullable String known, String sentence, List<String> sentences) {
        if (known != null) {
            sentences.add(sentence.formatted(known));
        }
    }
}
