package org.leadscore.calibrate.quality;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.leadscore.calibrate.rows.Counts;
import org.leadscore.calibrate.rows.Mix;

/**
 * Judges whether an attribute of leads tells so well who converted that it is rather their sale that made it: the mark of a
 * field that was filled in afterwards. A signal that a lead sends before it buys is hardly ever as good.
 */
public final class Giveaway {

    /** The highest q at which more conversions than chance would give are taken for granted. */
    private static final double LEVEL = 0.001;

    private static final double SURE_RATE = 0.95;
    private static final double SURE_LOW = 0.8;
    private static final int LEAST_SHARE = 100; // one lead in a hundred
    private static final double MOST_CONVERSIONS = 0.8;
    private static final double HALF = 0.5;
    private static final double LEAST_AREA = 0.9;
    private static final double LEAST_UNSEEN_AREA = 0.8;
    private static final int FEWEST_CONVERSIONS = 10;
    private static final long HALVES_SEED = 20_260_101;

    private Giveaway() {}

    /**
     * True when almost all who have the attribute converted, 95 % or more with a lower end of the interval above 80 %, while
     * the others converted at most half as often; and one lead in a hundred has it.
     *
     * @param whole all leads, those with the attribute among them
     */
    public static boolean isSure(Counts with, Counts whole) {
        Counts others = with.restOf(whole);
        return with.leads() > 0
                && (long) with.leads() * LEAST_SHARE >= whole.leads()
                && with.rate() >= SURE_RATE
                && Wilson.of(with).low() > SURE_LOW
                && others.leads() > 0
                && others.rate() <= HALF * with.rate();
    }

    /**
     * True when four fifths of the conversions or more have the attribute, of which chance would leave at least half without it,
     * and q is below 0.001.
     *
     * @param whole all leads, those with the attribute among them
     * @param q of independence from conversion
     */
    public static boolean holdsMost(Counts with, Counts whole, double q) {
        return q < LEVEL
                && with.conversions() >= MOST_CONVERSIONS * whole.conversions()
                && with.leads() <= HALF * whole.leads();
    }

    /**
     * The area under the curve of a table by itself, its groups in the order of their rates; empty unless it is above 0.9. Many
     * small groups have such an order by chance: it has to hold for leads that it was not taken from, with an area above 0.8
     * in halves of the leads that are ranked by the rates of the other half.
     *
     * @param groups by lead, from 0
     */
    public static OptionalDouble area(int[] groups, boolean[] converted) {
        int[] all = IntStream.range(0, groups.length).toArray();
        double area = area(all, all, groups, converted);
        if (!isFound(area, converted)) {
            return OptionalDouble.empty();
        }
        int[] one = half(all, 0);
        int[] other = half(all, 1);
        double unseen = (area(one, other, groups, converted) + area(other, one, groups, converted)) / 2;
        return unseen > LEAST_UNSEEN_AREA ? OptionalDouble.of(area) : OptionalDouble.empty();
    }

    /**
     * The area under the curve of a measure by itself, whether more of it is good or bad; empty unless it is above 0.9.
     *
     * @param measures by lead
     */
    public static OptionalDouble areaOfMeasure(long[] measures, boolean[] converted) {
        double rising = Auc.of(measures, converted).area();
        double area = Math.max(rising, 1 - rising);
        return isFound(area, converted) ? OptionalDouble.of(area) : OptionalDouble.empty();
    }

    private static boolean isFound(double area, boolean[] converted) {
        return area > LEAST_AREA
                && IntStream.range(0, converted.length)
                                .filter(i -> converted[i])
                                .count()
                        >= FEWEST_CONVERSIONS;
    }

    private static int[] half(int[] leads, int which) {
        return Arrays.stream(leads)
                .filter(lead -> Mix.below(2, HALVES_SEED, lead) == which)
                .toArray();
    }

    /** The area among some leads, ranked by the rates of their groups among others; not a number where a side is missing. */
    private static double area(int[] ranked, int[] rated, int[] groups, boolean[] converted) {
        int[] leads = new int[Arrays.stream(groups).max().orElse(0) + 1];
        int[] conversions = new int[leads.length];
        for (int lead : rated) {
            leads[groups[lead]]++;
            conversions[groups[lead]] += converted[lead] ? 1 : 0;
        }
        double overall = (double) Arrays.stream(conversions).sum() / rated.length;
        double[] rates = IntStream.range(0, leads.length)
                .mapToDouble(group -> leads[group] == 0 ? overall : (double) conversions[group] / leads[group])
                .toArray();
        double[] inOrder = Arrays.stream(rates).sorted().distinct().toArray();
        long[] places = new long[ranked.length];
        boolean[] outcomes = new boolean[ranked.length];
        for (int i = 0; i < ranked.length; i++) {
            places[i] = Arrays.binarySearch(inOrder, rates[groups[ranked[i]]]);
            outcomes[i] = converted[ranked[i]];
        }
        return Auc.of(places, outcomes).area();
    }
}
