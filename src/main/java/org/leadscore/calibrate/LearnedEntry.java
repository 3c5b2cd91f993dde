package org.leadscore.calibrate;

import org.leadscore.calibrate.quality.Interval;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.Entry;

/**
 * A line of the table of learned points: the counts and statistics of one attribute, and its old and new points. Points are
 * millionths, before the group's weight.
 *
 * @param entry its {@code points} are the old ones
 * @param counts of leads, one row each; for points per occurrence, of those with a measure above 0
 * @param ratio rate ÷ overall rate; not a number without leads
 * @param wilson of the rate
 * @param shrunkenRatio p~ ÷ overall rate
 * @param p of independence from conversion; 1 where there is nothing to compare
 * @param q p after the correction for how many were tested
 * @param newPoints equal to the old ones where {@code kept}
 * @param plusMinus half the width of the 95 % interval of the new points before they are rounded
 * @param kept true when the points were not learned, because the rule is not to be learned or nobody has the attribute
 */
public record LearnedEntry(
        Entry entry,
        Counts counts,
        double ratio,
        Interval wilson,
        double shrunkenRatio,
        double p,
        double q,
        long newPoints,
        long plusMinus,
        boolean kept) {}
