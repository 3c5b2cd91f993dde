package org.leadscore.report;

import java.util.List;
import org.leadscore.lead.Points;
import org.leadscore.score.Contribution;
import org.leadscore.score.Score;

/** Why a lead stands where it stands, in a line: the disqualifier if any, then the three weightiest rules. */
final class Reasons {

    /** From here on, two decimals show something, in millionths of a point. */
    private static final long SMALLEST_SHOWN = Points.ONE / 200;

    private Reasons() {}

    /** For example {@code Demo requested +25; Personal mailbox -10}; equal ones stand in the order of the file. */
    static String of(Score score) {
        StringBuilder line = new StringBuilder();
        if (score.disqualifiedBy() != null) {
            line.append(score.disqualifiedBy());
        }
        Contribution first = null;
        Contribution second = null;
        Contribution third = null;
        List<Contribution> contributions = score.contributions();
        for (int i = 0; i < contributions.size(); i++) {
            Contribution next = contributions.get(i);
            if (first == null || weight(next) > weight(first)) {
                third = second;
                second = first;
                first = next;
            } else if (second == null || weight(next) > weight(second)) {
                third = second;
                second = next;
            } else if (third == null || weight(next) > weight(third)) {
                third = next;
            }
        }
        if (first != null) {
            append(line, first);
        }
        if (second != null) {
            append(line, second);
        }
        if (third != null) {
            append(line, third);
        }
        return line.toString();
    }

    private static long weight(Contribution contribution) {
        return Math.abs(contribution.points());
    }

    private static void append(StringBuilder line, Contribution contribution) {
        if (weight(contribution) < SMALLEST_SHOWN) {
            return;
        }
        if (!line.isEmpty()) {
            line.append("; ");
        }
        line.append(contribution.rule()).append(contribution.points() > 0 ? " +" : " ");
        line.append(Points.format(contribution.points(), 2));
    }
}
