package org.leadscore.score.point;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of one lead by a rule set. Made by a {@code Scorer}.
 *
 * @param disqualifiedBy the first disqualifier that holds, null when none does
 * @param fit millionths of a point, groups' weights and bounds included
 * @param engagement millionths of a point, groups' weights and bounds and inactivity included
 * @param value the score in units of its last decimal: 873 is 87.3 with one decimal
 * @param bucket its bucket's name; null for leads that are not {@link Status#SCORED} and for scores below the lowest
 *     bucket
 * @param lastActivity milliseconds since 1970 UTC of the newest event that is a sign of life, or
 *     {@link org.leadscore.lead.TimeFormat#NONE}
 * @param contributions of the rules that gave or took points, by side, in the order of the file; unmodifiable
 */
public record Score(
        Status status,
        @Nullable String disqualifiedBy,
        long fit,
        long engagement,
        long value,
        @Nullable String bucket,
        long lastActivity,
        List<Contribution> contributions) {

    /** Passes all contributions on, for which no object need be made. */
    public void tell(Contribution.Hearer hearer) {
        if (contributions instanceof Contributions untold) {
            untold.tell(hearer);
        } else {
            contributions.forEach(known -> hearer.hear(known.rule(), known.points()));
        }
    }

    /** Fit and engagement, neither held nor rounded, in millionths of a point. */
    public long points() {
        return fit + engagement;
    }
}
