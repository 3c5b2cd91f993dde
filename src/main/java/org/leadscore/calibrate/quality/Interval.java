package org.leadscore.calibrate.quality;

/** A 95 % confidence interval: a range that holds the true figure in 95 of 100 histories, both ends included. */
public record Interval(double low, double high) {
    /** @throws IllegalArgumentException unless {@code low} is at most {@code high}; also when one is not a number */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /** True when the figure lies between the ends or is one of them. */
    public boolean contains(double figure) {
        return low <= figure && figure <= high;
    }
}
