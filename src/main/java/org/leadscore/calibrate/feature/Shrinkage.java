package org.leadscore.calibrate.feature;

import java.util.List;
import org.leadscore.calibrate.rows.Counts;

/**
 * Draws rates of few leads towards the overall rate, as far as the spread of all rates says that they are noise: the mean of
 * a beta prior with the strength {@code m} and the overall rate as its mean, which the moments of the rates give (J. C.
 * Kleinman, 1973, J. Am. Stat. Assoc. 68, 46–54).
 *
 * @param overall p0, above 0 and below 1
 * @param strength m: what is known beforehand counts as much as so many leads
 */
public record Shrinkage(double overall, double strength) {

    /** The strength when the rates differ no more than chance makes them. */
    public static final double ALL_NOISE = 1e9;

    /**
     * Estimates the strength, 1 at least, from the spread of the rates.
     *
     * @param attributes the counts of all entries of the columns that are learned; those without leads say nothing
     */
    public static Shrinkage from(List<Counts> attributes, double overall) {
        double leads = attributes.stream().mapToDouble(Counts::leads).sum();
        double variance = overall * (1 - overall);
        double spread = 0;
        for (Counts counts : attributes) {
            if (counts.leads() > 0) {
                double off = counts.rate() - overall;
                spread += (counts.leads() * off * off - variance) / leads;
            }
        }
        return new Shrinkage(overall, spread > 0 ? Math.max(1, variance / spread - 1) : ALL_NOISE);
    }

    /** The shrunken rate p~ = (conversions + m · p0) ÷ (leads + m). */
    public double rate(double leads, double conversions) {
        return (conversions + strength * overall) / (leads + strength);
    }

    /** The weight of evidence W = logit p~ − logit p0, in natural logarithms; 0 without leads. */
    public double evidence(double leads, double conversions) {
        return leads == 0 ? 0 : logit(rate(leads, conversions)) - logit(overall);
    }

    /** The natural logarithm of the odds of a chance between 0 and 1. */
    public static double logit(double chance) {
        return StrictMath.log(chance / (1 - chance));
    }
}
