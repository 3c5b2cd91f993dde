package org.leadscore.calibrate;

/** How rates become points; docs/calibration.md has the formulas. */
public enum Method {
    /** The published rule of thumb: the rate of those with the attribute ÷ the overall rate. */
    RATIO,
    /** Shrunken log odds with one weight a column. */
    EVIDENCE,
    /** Penalised logistic regression on measures and single values. */
    LOGISTIC;

    /**
     * The rows that are counted. Evidence takes all: of a lead that did not convert one row would be too few, as those of
     * the others are conversions, and what is new of a lead would look bad where leads are seen again and again.
     */
    Part counted(Part all, Part leadRows) {
        return this == EVIDENCE ? all : leadRows;
    }

    /** Of the rows that points come from: an entry that none of them has keeps its points. */
    EntryCounts learnedFrom(Sample sample) {
        return this == RATIO ? sample.counts() : sample.rowCounts();
    }

    /** Points as they are to be written, in millionths before the group's weight. Only log odds are cut and moved. */
    long written(double points, double shift, Feature feature) {
        return this == RATIO ? Rounding.uncut(points, feature) : Rounding.cut(points, shift, feature);
    }
}
