package org.leadscore.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a mistyped one may have meant. */
final class NearNames {

    private static final int MOST = 3;

    private record Near(String name, int distance) {}

    private NearNames() {}

    /** The nearest first, at most three; empty when nothing comes near. */
    static List<String> of(String wanted, Collection<String> names) {
        String folded = wanted.toLowerCase(Locale.ROOT);
        int most = wanted.length() < 4 ? 1 : Math.max(2, wanted.length() / 3);
        return names.stream()
                .map(name -> new Near(name, distance(folded, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= most)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    /** {@code ; did you mean a or b?}, or nothing. */
    static String hint(String wanted, Collection<String> names) {
        List<String> near = of(wanted, names);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** How many characters must be put in, taken out or changed. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
