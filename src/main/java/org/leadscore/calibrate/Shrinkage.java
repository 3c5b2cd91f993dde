package org.leadscore.calibrate;

import java.util.List;

/**
 * Draws rates of few leads towards the overall rate, as far as the spread of all rates says that they are noise: the mean of
 * a beta prior with the strength {@code m} and the overall rate as its mean, which the moments of the rates give (J. C.
 * Kleinman, 1973, J. Am. Stat. Assoc. 68, 46–54).
 *
 * @param overall p0, above 0 and below 1
 * @param strength m: what is known beforehand counts as much as so many leads
 */
record Shrinkage(double overall, double strength) {

    /** When the rates differ no more than chance makes them. */
    static final double ALL_NOISE = 1e9;

    /** @param attributes of all columns that are learned; those without leads say nothing */
    static Shrinkage from(List<Counts> attributes, double overall) {
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

    /** p~. */
    double rate(double leads, double conversions) {
        return (conversions + strength * overall) / (leads + strength);
    }

    /** W: how much further from even the odds are than overall, in natural logarithms; 0 without leads. */
    double evidence(double leads, double conversions) {
        return leads == 0 ? 0 : logit(rate(leads, conversions)) - logit(overall);
    }

    static double logit(double chance) {
        return StrictMath.log(chance / (1 - chance));
    }
}
