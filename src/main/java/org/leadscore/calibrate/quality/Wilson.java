package org.leadscore.calibrate.quality;

import org.leadscore.calibrate.rows.Counts;

/**
 * The score interval of a rate, which stays within 0 and 1 and holds the true rate as often as promised for small counts too
 * (E. B. Wilson, 1927, J. Am. Stat. Assoc. 22, 209–212; compared with others by R. G. Newcombe, 1998, Stat. Med. 17,
 * 857–872, whose method 3 it is).
 */
public final class Wilson {

    /** The 97.5 % quantile of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    private Wilson() {}

    /** The 95 % interval of the conversion rate; from 0 to 1 when there are no leads. */
    public static Interval of(Counts counts) {
        int n = counts.leads();
        if (n == 0) {
            return new Interval(0, 1);
        }
        double rate = counts.rate();
        double middle = rate + Z * Z / (2 * n);
        double half = Z * Math.sqrt(rate * (1 - rate) / n + Z * Z / (4.0 * n * n));
        double whole = 1 + Z * Z / n;
        double low = counts.conversions() == 0 ? 0 : Math.max(0, (middle - half) / whole);
        double high = counts.conversions() == n ? 1 : Math.min(1, (middle + half) / whole);
        return new Interval(low, high);
    }
}
