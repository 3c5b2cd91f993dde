package org.leadscore.calibrate;

/** How many leads there are of some kind, and how many of them converted. */
public record Counts(int leads, int conversions) {

    public Counts {
        if (conversions < 0 || leads < conversions) {
            throw new IllegalArgumentException(conversions + " conversions of " + leads + " leads");
        }
    }

    /** Not a number when there are no leads. */
    public double rate() {
        return (double) conversions / leads;
    }

    /** The leads that are in {@code whole} and not here. */
    public Counts restOf(Counts whole) {
        return new Counts(whole.leads - leads, whole.conversions - conversions);
    }
}
