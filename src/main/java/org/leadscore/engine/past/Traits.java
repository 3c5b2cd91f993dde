package org.leadscore.engine.past;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;

/**
 * The traits of each lead's events, and the times since when a lead has them. A column with more than 500 values, such
 * as one of ids, has no traits, as no rule could name them. Not thread-safe.
 */
final class Traits {

    private static final int MOST_VALUES = 500;
    private static final int DEEPEST = 3;

    private static final int[] NOTHING = {};

    /** The earliest time of each pair of a lead and a trait. */
    private final PairTimes times = new PairTimes();

    /** The pairs of a lead, in the upper half, and a trait that are there at single moments only, by moment. */
    private final Map<Integer, Set<Long>> atMoments = new HashMap<>();

    /** The number of each trait, its index in {@link #traits}. */
    private final Map<Trait, Integer> numbers = new HashMap<>();

    /** The traits by number, those of full columns included. */
    private final List<Trait> traits = new ArrayList<>();

    /** Number of traits by column; prefixes are counted for themselves. */
    private final Map<String, Integer> sizes = new HashMap<>();

    /** The columns with too many values, or too many prefixes. */
    private final Set<String> full = new HashSet<>();

    /** Numbers of the traits of a text, by column and text as written; of at most 2,000 texts a column. */
    private final Map<String, Map<String, int[]>> known = new HashMap<>();

    /**
     * Takes note of a value of an event.
     *
     * @param time milliseconds since 1970 UTC
     */
    void see(int lead, String column, String text, long time) {
        for (int trait : numbers(column, text)) {
            times.see(lead, trait, time);
        }
    }

    /**
     * Takes note of a value of an event that counts at some moments only, as another event takes its place then.
     *
     * @param moment the number of one of these moments
     */
    void seeAt(int moment, int lead, String column, String text) {
        for (int trait : numbers(column, text)) {
            atMoments.computeIfAbsent(moment, any -> new HashSet<>()).add((long) lead << Integer.SIZE | trait);
        }
    }

    /** The numbers of the traits of a value. */
    private int[] numbers(String column, String text) {
        Map<String, int[]> ofColumn = known.computeIfAbsent(column, none -> new HashMap<>());
        int[] found = ofColumn.get(text);
        if (found == null) {
            found = Numbers.parse(text, '.') == null
                    ? numbersOf(column, Text.fold(text))
                    : NOTHING; // a rule would sum it
            if (ofColumn.size() < 4 * MOST_VALUES) {
                ofColumn.put(text, found);
            }
        }
        return found;
    }

    /** The traits of columns that are not full, in no order. */
    List<Trait> all() {
        return traits.stream().filter(trait -> !full.contains(kind(trait))).toList();
    }

    /**
     * The earliest time of the trait with the lead, in milliseconds since 1970 UTC; {@link Past#NEVER} if it does not
     * have it.
     */
    long since(int lead, Trait trait) {
        Integer number = numbers.get(trait);
        return number == null ? Past.NEVER : times.of(lead, number);
    }

    /** True when the lead has the trait at a moment by an event whose place another one takes later. */
    boolean isAt(int moment, int lead, Trait trait) {
        Integer number = numbers.get(trait);
        return number != null
                && atMoments.getOrDefault(moment, Set.of()).contains((long) lead << Integer.SIZE | number);
    }

    void merge(Traits others) {
        full.addAll(others.full);
        int[] translated = new int[others.traits.size()];
        for (int i = 0; i < translated.length; i++) {
            translated[i] = number(others.traits.get(i));
        }
        times.merge(others.times, translated);
        others.atMoments.forEach((moment, pairs) -> {
            Set<Long> here = atMoments.computeIfAbsent(moment, any -> new HashSet<>());
            for (long pair : pairs) {
                int trait = translated[(int) pair];
                if (trait >= 0) {
                    here.add(pair >>> Integer.SIZE << Integer.SIZE | trait);
                }
            }
        });
    }

    private int[] numbersOf(String column, String value) {
        List<Trait> found = new ArrayList<>();
        found.add(new Trait(column, value, false));
        if (!column.equals(Trait.EVENT)) {
            prefixes(value).forEach(prefix -> found.add(new Trait(column, prefix, true)));
        }
        return found.stream()
                .mapToInt(this::number)
                .filter(number -> number >= 0)
                .toArray();
    }

    /** The beginnings of a path or of an address: the host, and up to three directories more. */
    private static List<String> prefixes(String value) {
        int from = value.startsWith("/") ? 1 : value.matches("https?://.+") ? value.indexOf("//") + 2 : -1;
        List<String> prefixes = new ArrayList<>();
        int depth = value.startsWith("/") ? 0 : -1;
        for (int slash = from < 0 ? -1 : value.indexOf('/', from);
                slash >= 0 && depth < DEEPEST;
                slash = value.indexOf('/', slash + 1)) {
            depth++;
            prefixes.add(value.substring(0, slash + 1));
        }
        return prefixes;
    }

    private int number(Trait trait) {
        Integer number = numbers.get(trait);
        if (number != null) {
            return number;
        }
        if (full.contains(kind(trait))) {
            return -1;
        }
        if (sizes.merge(kind(trait), 1, Integer::sum) > MOST_VALUES) {
            full.add(kind(trait));
            return -1;
        }
        numbers.put(trait, traits.size());
        traits.add(trait);
        return traits.size() - 1;
    }

    private static String kind(Trait trait) {
        return trait.isPrefix() ? trait.column() + "/" : trait.column();
    }
}
