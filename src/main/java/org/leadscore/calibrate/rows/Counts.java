package org.leadscore.calibrate.rows;

/** The number of leads of some kind, and of those among them that converted; or of rows, where rows are counted. */
public record Counts(int leads, int conversions) {

    /** @throws IllegalArgumentException for more conversions than leads, or fewer than none */
    public Counts {
        if (conversions < 0 || leads < conversions) {
            throw new IllegalArgumentException(conversions + " conversions of " + leads + " leads");
        }
    }

    /** The conversion rate, from 0 to 1; not a number when there are no leads. */
    public double rate() {
        return (double) conversions / leads;
    }

    /** Subtracts these counts from those of {@code whole}, of which these leads are a part. */
    public Counts restOf(Counts whole) {
        return new Counts(whole.leads - leads, whole.conversions - conversions);
    }
}
