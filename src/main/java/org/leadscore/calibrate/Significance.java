package org.leadscore.calibrate;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/** Whether an attribute has anything to do with conversion, and how far to trust that when many were tested. */
final class Significance {

    /** What is called significant: of the attributes with a q up to here, a tenth at most are there by chance. */
    static final double LEVEL = 0.10;

    private static final double FEWEST_EXPECTED = 5;
    private static final double EQUAL = 1 + 1e-7;

    private Significance() {}

    /**
     * The chance of a table at least as far from independence, two-sided: Fisher's exact test (R. A. Fisher, 1935, The
     * Design of Experiments) where one of the four expected counts is below five, Pearson's χ² without correction (K.
     * Pearson, 1900) elsewhere. 1 where there is nothing to compare.
     *
     * @param whole all leads, those with the attribute among them
     */
    static double p(Counts with, Counts whole) {
        Counts without = with.restOf(whole);
        int others = whole.leads() - whole.conversions();
        if (with.leads() == 0 || without.leads() == 0 || whole.conversions() == 0 || others == 0) {
            return 1;
        }
        double leastLeads = Math.min(with.leads(), without.leads());
        double leastOutcomes = Math.min(whole.conversions(), others);
        if (leastLeads * leastOutcomes / whole.leads() < FEWEST_EXPECTED) {
            return fisher(with, whole);
        }
        double chiSquare = new ChiSquareTest().chiSquare(new long[][] {
            {with.conversions(), with.leads() - with.conversions()},
            {without.conversions(), without.leads() - without.conversions()}
        });
        return Erf.erfc(Math.sqrt(chiSquare / 2)); // of one degree of freedom, and not 0 however small
    }

    /** Fisher's exact test: all tables with the same margins that are no likelier than this one, together. */
    static double fisher(Counts with, Counts whole) {
        HypergeometricDistribution tables =
                new HypergeometricDistribution(null, whole.leads(), whole.conversions(), with.leads());
        double most = tables.probability(with.conversions()) * EQUAL;
        double sum = 0;
        for (int k = tables.getSupportLowerBound(); k <= tables.getSupportUpperBound(); k++) {
            double probability = tables.probability(k);
            sum += probability <= most ? probability : 0;
        }
        return Math.min(1, sum);
    }

    /**
     * For each p the smallest rate of false discoveries at which it would count as one (Y. Benjamini and Y. Hochberg, 1995,
     * J. R. Stat. Soc. B 57, 289–300), in the order of the p.
     */
    static double[] q(double[] p) {
        int[] largestFirst = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int place = 0; place < p.length; place++) {
            int rank = p.length - place;
            least = Math.min(least, p[largestFirst[place]] * p.length / rank);
            q[largestFirst[place]] = least;
        }
        return q;
    }
}
