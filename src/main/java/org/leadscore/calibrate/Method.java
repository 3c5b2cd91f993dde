package org.leadscore.calibrate;

/** How rates become points; docs/calibration.md has the formulas. */
public enum Method {
    /** The published rule of thumb: the rate of those with the attribute ÷ the overall rate. */
    RATIO,
    /** Shrunken log odds with one weight a column. */
    EVIDENCE,
    /** Penalised logistic regression on measures and single values. */
    LOGISTIC;

    /** Points as they are to be written, in millionths before the group's weight. Only log odds are cut. */
    long written(double points, Feature feature) {
        return this == RATIO ? Rounding.uncut(points, feature) : Rounding.cut(points, feature);
    }
}
