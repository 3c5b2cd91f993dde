package org.leadscore.history.figures;

import java.math.BigDecimal;
import java.util.List;
import org.leadscore.calibrate.LearnedEntry;

/**
 * The learned points.
 *
 * @param lines in the order of the rule file
 * @param newScale the proposed scale
 * @param oldScale that of the rule file
 * @param pointsPerDoubling so many points double the odds; not a number for the rule of thumb
 */
public record Card(List<Line> lines, Span newScale, Span oldScale, double pointsPerDoubling) {

    public Card {
        lines = List.copyOf(lines);
    }

    /** The points, in millionths, of a score of 0 and of one of 100. */
    public record Span(long zero, long full) {}

    /**
     * A line: an attribute of a rule.
     *
     * @param weight of the rule's group, by which its points are multiplied
     * @param isLeftOut true for a rule that looks at a suspect and keeps its points
     */
    public record Line(String rule, LearnedEntry entry, BigDecimal weight, boolean isLeftOut) {

        /** True when points were learned. */
        public boolean isLearned() {
            return !isLeftOut && !entry.kept();
        }

        /** The new points, in millionths before the group's weight; the old ones where nothing was learned. */
        public long newPoints() {
            return isLeftOut ? entry.entry().points() : entry.newPoints();
        }

        /** True when the 95 % interval of the new points has no zero in it. */
        public boolean isSure() {
            return isLearned() && Math.abs(entry.newPoints()) > entry.plusMinus();
        }
    }
}
