package org.leadscore.calibrate.quality;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.leadscore.calibrate.rows.Counts;

/** Tests attributes for independence from conversion, and corrects the results for how many were tested. */
public final class Significance {

    /** The highest q that is called significant: of such attributes a tenth at most is expected to be there by chance. */
    public static final double LEVEL = 0.10;

    private static final double FEWEST_EXPECTED = 5;
    private static final double EQUAL = 1 + 1e-7;

    private Significance() {}

    /**
     * The two-sided p-value of independence: by Fisher's exact test (R. A. Fisher, 1935, The Design of Experiments) where one
     * of the four expected counts is below five, by Pearson's χ² without correction (K. Pearson, 1900) elsewhere. 1 where
     * there is nothing to compare.
     *
     * @param whole all leads, those with the attribute among them
     */
    public static double p(Counts with, Counts whole) {
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

    /** The p-value of Fisher's exact test: the probability of all tables with these margins no likelier than this one. */
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
     * The q-value of each p-value, in the same order: the smallest rate of false discoveries at which it would count as a
     * discovery (Y. Benjamini and Y. Hochberg, 1995, J. R. Stat. Soc. B 57, 289–300).
     */
    public static double[] q(double[] p) {
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
