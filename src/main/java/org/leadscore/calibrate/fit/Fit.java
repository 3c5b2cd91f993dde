package org.leadscore.calibrate.fit;

import org.leadscore.calibrate.feature.EntryCounts;

/** The result of a {@link Method} on a sample. {@link Training} makes it and rounds its points. */
public interface Fit {

    /**
     * The points of each entry by column, neither cut nor rounded, as a lead is to get them, so that the group's weight is
     * still to be divided out; those of an amount are for each occurrence.
     */
    double[][] points();

    /** The parameters from which a fit of a similar sample may begin; empty where the method has none. */
    double[] start();

    /** The effects at which the likelihood ended, in log odds by cell. */
    double[] effects();

    /** Prepares fits of other samples of the same leads. */
    Resampling resampling();

    /** Fits other samples without looking at their rows again. Safe to use from any thread. */
    interface Resampling {

        /**
         * The points of another sample, in the form of {@link Fit#points}.
         *
         * @param slope of its log likelihood at {@link Fit#effects}, by cell
         */
        double[][] points(EntryCounts counts, double[] slope);
    }
}
