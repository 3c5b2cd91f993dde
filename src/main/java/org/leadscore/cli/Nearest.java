package org.leadscore.cli;

import java.util.Collection;
import java.util.List;
import org.leadscore.lead.Text;

/** Finds the word that was meant. */
final class Nearest {

    private Nearest() {}

    /** {@code "; did you mean 'x'?"} where a name is near, and otherwise all there are: goes behind a message as it is. */
    static String hint(String word, Collection<String> known) {
        String guess = guess(word, known);
        return guess.isEmpty() ? "; " + choice(List.copyOf(known)) : guess;
    }

    /** {@code "; did you mean 'x'?"} where a name is near, and otherwise nothing. */
    static String guess(String word, Collection<String> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String name : known.stream().sorted().toList()) {
            int distance = distance(Text.fold(word), Text.fold(name));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return least <= Math.max(1, word.length() / 3) ? "; did you mean '" + best + "'?" : "";
    }

    /** {@code there is a}, {@code there are a, b and c}. */
    static String choice(List<String> names) {
        return names.isEmpty() ? "there is none" : (names.size() == 1 ? "there is " : "there are ") + list(names);
    }

    /** {@code a, b and c}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Letters to change, add, leave out, or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, 1 + cost[i - 2][j - 2]) : least;
    }
}
