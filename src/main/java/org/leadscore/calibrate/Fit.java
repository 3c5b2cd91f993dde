package org.leadscore.calibrate;

/** What a method found in a sample. */
interface Fit {

    /**
     * What each entry of each column is worth, in points before the group's weight, neither cut nor rounded; that of an
     * amount for each occurrence.
     */
    double[][] points();

    /** Parameters from which a fit of much the same sample may begin; none when there are none. */
    double[] start();

    /** Where the likelihood was left, in log odds by cell. */
    double[] effects();

    /** What the points would be for other samples of much the same leads. */
    Resampling resampling();

    /** Fits other samples without looking at their rows again. Safe to use from any thread. */
    interface Resampling {

        /**
         * Those of another sample.
         *
         * @param slope of its log likelihood at {@link Fit#effects}, by cell
         */
        double[][] points(EntryCounts counts, double[] slope);
    }
}
