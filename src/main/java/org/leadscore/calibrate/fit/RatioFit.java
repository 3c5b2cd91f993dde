package org.leadscore.calibrate.fit;

import org.leadscore.calibrate.feature.EntryCounts;

/** The fit of {@link Method#RATIO}: points are the rate of leads with the attribute ÷ the overall rate, 0 without leads. */
final class RatioFit implements Fit {

    private final Sample sample;

    RatioFit(Sample sample) {
        this.sample = sample;
    }

    @Override
    public double[][] points() {
        return points(sample.counts());
    }

    /** Zeros: the method explains nothing, so that every lead has the same chance. */
    @Override
    public double[] effects() {
        return new double[sample.patterns().cellCount()];
    }

    @Override
    public double[] start() {
        return new double[0];
    }

    @Override
    public Resampling resampling() {
        return (counts, slope) -> points(counts);
    }

    private double[][] points(EntryCounts counts) {
        double[][] points = new double[sample.patterns().columns()][];
        for (int column = 0; column < points.length; column++) {
            points[column] = new double
                    [sample.patterns().features().get(column).entries().size()];
            for (int entry = 0; entry < points[column].length; entry++) {
                int leads = counts.leads(column, entry);
                points[column][entry] =
                        leads == 0 ? 0 : counts.counts(column, entry).rate() / counts.overallRate();
            }
        }
        return points;
    }
}
