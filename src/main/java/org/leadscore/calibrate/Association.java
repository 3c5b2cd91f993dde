package org.leadscore.calibrate;

import java.util.ArrayList;
import java.util.List;

/**
 * What the leads with some attribute say of it, among all attributes that were looked at together.
 *
 * @param counts of leads, one row each
 * @param ratio rate ÷ overall rate
 * @param wilson of the rate
 * @param evidence W: shrunken log odds beyond the overall ones; below 0 it speaks against a sale
 * @param surplus by how many conversions there are more than the overall rate would give, or fewer (negative)
 * @param p of having nothing to do with conversion
 * @param q p after the correction for how many were looked at
 */
public record Association(
        Counts counts, double ratio, Interval wilson, double evidence, double surplus, double p, double q) {

    /**
     * One for each attribute, in their order.
     *
     * @param attributes each with at least one lead
     * @param whole all leads, of whom some converted and some did not
     */
    public static List<Association> of(List<Counts> attributes, Counts whole) {
        Shrinkage shrinkage = Shrinkage.from(attributes, whole.rate());
        double[] p = attributes.stream()
                .mapToDouble(counts -> Significance.p(counts, whole))
                .toArray();
        double[] q = Significance.q(p);
        List<Association> associations = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Counts counts = attributes.get(i);
            associations.add(new Association(
                    counts,
                    counts.rate() / whole.rate(),
                    Wilson.of(counts),
                    shrinkage.evidence(counts.leads(), counts.conversions()),
                    counts.conversions() - counts.leads() * whole.rate(),
                    p[i],
                    q[i]));
        }
        return associations;
    }

    /** Of a hundred that are called so, ten at most are there by chance. */
    public boolean isSignificant() {
        return q <= Significance.LEVEL;
    }

    /** What a rule for it alone would be given; whole points, 15 at most either way. */
    public long points(double pointsPerDoubling) {
        return Math.round(Math.max(-15, Math.min(15, pointsPerDoubling * evidence / StrictMath.log(2))));
    }
}
