package org.leadscore.report;

import java.util.List;
import org.leadscore.lead.Points;
import org.leadscore.score.Contribution;
import org.leadscore.score.Score;

/** Why a lead stands where it stands, in a line: the disqualifier if any, then the three weightiest rules. */
final class Reasons {

    /** From here on, two decimals show something, in millionths of a point. */
    private static final long SMALLEST_SHOWN = Points.ONE / 200;

    private static final int MOST = 3;

    private Reasons() {}

    /** For example {@code Demo requested +25; Personal mailbox -10}; equal ones stand in the order of the file. */
    static String of(Score score) {
        StringBuilder line = new StringBuilder();
        if (score.disqualifiedBy() != null) {
            line.append(score.disqualifiedBy());
        }
        Contribution[] weightiest = new Contribution[MOST];
        int count = 0;
        List<Contribution> contributions = score.contributions();
        for (int i = 0; i < contributions.size(); i++) {
            count = insert(weightiest, count, contributions.get(i));
        }
        for (int i = 0; i < count; i++) {
            append(line, weightiest[i]);
        }
        return line.toString();
    }

    /** Behind those that weigh as much or more, if there is room, and answers how many there are then. */
    private static int insert(Contribution[] weightiest, int count, Contribution next) {
        int at = count;
        while (at > 0 && weight(weightiest[at - 1]) < weight(next)) {
            at--;
        }
        if (at == MOST) {
            return count;
        }
        int size = Math.min(MOST, count + 1);
        System.arraycopy(weightiest, at, weightiest, at + 1, size - at - 1);
        weightiest[at] = next;
        return size;
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
