package org.leadscore.report.ranking;

import org.leadscore.lead.Points;
import org.leadscore.report.table.Utf8Text;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.Score;

/** Says in a line why a lead stands where it stands: the disqualifier if any, then the three weightiest rules. */
final class Reasons implements Contribution.Hearer {

    /** The smallest amount of which two decimals show something, in millionths of a point. */
    private static final long SMALLEST_SHOWN = Points.ONE / 200;

    private static final int MOST = 3;

    /** The names of the weightiest rules so far, in the first {@code count} places, by descending weight. */
    private final String[] rules = new String[MOST];

    /** Amounts of these rules, in millionths of a point. */
    private final long[] points = new long[MOST];

    private int count;

    private Reasons() {}

    /**
     * Appends the reasons, such as {@code Demo requested +25; Personal mailbox -10}; equal amounts stand in the order
     * of the file.
     */
    static void append(Score score, Utf8Text line) {
        Reasons reasons = new Reasons();
        score.tell(reasons);
        reasons.append(score.disqualifiedBy() == null ? "" : score.disqualifiedBy(), line);
    }

    /** Puts a rule behind those that weigh as much or more, if there is room. */
    @Override
    public void hear(String rule, long amount) {
        int at = count;
        while (at > 0 && Math.abs(points[at - 1]) < Math.abs(amount)) {
            at--;
        }
        if (at == MOST) {
            return;
        }
        count = Math.min(MOST, count + 1);
        for (int i = count - 1; i > at; i--) {
            rules[i] = rules[i - 1];
            points[i] = points[i - 1];
        }
        rules[at] = rule;
        points[at] = amount;
    }

    private void append(String first, Utf8Text line) {
        line.append(first);
        boolean isFirst = first.isEmpty();
        for (int i = 0; i < count && Math.abs(points[i]) >= SMALLEST_SHOWN; i++) {
            if (!isFirst) {
                line.append("; ");
            }
            isFirst = false;
            line.append(rules[i]).append(points[i] > 0 ? " +" : " ");
            line.appendPoints(points[i], 2);
        }
    }
}
