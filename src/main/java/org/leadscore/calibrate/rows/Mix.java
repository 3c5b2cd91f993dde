package org.leadscore.calibrate.rows;

/** Numbers that look random and are the same on every run: the finalizer of SplitMix64 (G. L. Steele et al., 2014). */
public final class Mix {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Mix() {}

    /** Mixes a seed and a number into a long; every long comes up with the same chance. */
    public static long of(long seed, long number) {
        long z = seed + (number + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Mixes a seed and a number into an integer from 0 to {@code bound − 1}. */
    public static int below(int bound, long seed, long number) {
        return (int) Math.multiplyHigh(of(seed, number) >>> 1, 2L * bound);
    }
}
