package org.leadscore.calibrate;

/** A range that holds the true figure in 95 of 100 histories, both ends included. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    public boolean contains(double figure) {
        return low <= figure && figure <= high;
    }
}
