package org.leadscore.calibrate.fit;

import org.leadscore.calibrate.feature.EntryCounts;
import org.leadscore.calibrate.feature.Feature;
import org.leadscore.calibrate.feature.Rounding;
import org.leadscore.calibrate.rows.HistoryRows;

/** A way to learn points from rates; docs/calibration.md has the formulas. */
public enum Method {
    /** The published rule of thumb: the rate of those with the attribute ÷ the overall rate. */
    RATIO,
    /** Shrunken log odds with one weight a column. */
    EVIDENCE,
    /** Penalised logistic regression on measures and single values. */
    LOGISTIC;

    /**
     * The rows that are counted. Evidence takes all rows: with one row per lead, all rows of those who convert would be
     * conversions, and what is true of new leads only would look bad where leads are seen at several snapshots.
     */
    public HistoryRows counted(HistoryRows all, HistoryRows leadRows) {
        return switch (this) {
            case EVIDENCE -> all;
            case RATIO, LOGISTIC -> leadRows;
        };
    }

    /** The counts of the rows that points are learned from; an entry that none of them has keeps its points. */
    public EntryCounts learnedFrom(Sample sample) {
        return switch (this) {
            case RATIO -> sample.counts();
            case EVIDENCE, LOGISTIC -> sample.rowCounts();
        };
    }

    /** Rounds points for the rule file, to millionths before the group's weight. Those of log odds are also cut and moved. */
    long written(double points, double shift, Feature feature) {
        return switch (this) {
            case RATIO -> Rounding.uncut(points, feature);
            case EVIDENCE, LOGISTIC -> Rounding.cut(points, shift, feature);
        };
    }

    /** True when points are log odds, which lie on one scale and can be told apart however near they are. */
    public boolean givesLogOdds() {
        return switch (this) {
            case RATIO -> false;
            case EVIDENCE, LOGISTIC -> true;
        };
    }

    /** True when each value, tier and condition is a parameter of one fit. */
    public boolean fitsAllAtOnce() {
        return switch (this) {
            case RATIO, EVIDENCE -> false;
            case LOGISTIC -> true;
        };
    }
}
