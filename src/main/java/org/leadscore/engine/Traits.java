package org.leadscore.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Text;

/**
 * Which traits the events of which leads have, and since when. A column with more values than a rule could name, such as one
 * of ids, has none. Not thread-safe.
 */
final class Traits {

    private static final int MOST_VALUES = 500;
    private static final int DEEPEST = 3;

    private static final int[] NOTHING = {};

    private final PairTimes times = new PairTimes();
    private final Map<Trait, Integer> numbers = new HashMap<>();
    private final List<Trait> traits = new ArrayList<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> full = new HashSet<>();
    private final Map<String, Map<String, int[]>> known = new HashMap<>();

    void see(int lead, String column, String text, long time) {
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
        for (int trait : found) {
            times.see(lead, trait, time);
        }
    }

    /** Those of columns that are not too full, in no order. */
    List<Trait> all() {
        return traits.stream().filter(trait -> !full.contains(kind(trait))).toList();
    }

    /** Since when the lead has the trait; {@link Past#NEVER} if it does not. */
    long since(int lead, Trait trait) {
        Integer number = numbers.get(trait);
        return number == null ? Past.NEVER : times.of(lead, number);
    }

    void merge(Traits others) {
        full.addAll(others.full);
        int[] translated = new int[others.traits.size()];
        for (int i = 0; i < translated.length; i++) {
            translated[i] = number(others.traits.get(i));
        }
        times.merge(others.times, translated);
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

    /** Of a path or an address, as far as a few slashes behind the host. */
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
