package org.leadscore.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant, for a message that asks whether it was. Case, blanks, hyphens and underscores are alike. */
public final class Nearest {

    /** The most letters in which two near words differ. */
    private static final int MOST_LETTERS = 2;

    private Nearest() {}

    /**
     * Finds the candidate that is at most three slips of the pen away (none for a word of up to two letters, one for up
     * to five, two for up to nine); of equally near ones the first by code point; empty when there is none.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String best = null;
        int least = slips(word) + 1;
        for (String candidate : candidates.stream().sorted().toList()) {
            int distance = distance(plain(word), plain(candidate), least);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * True for two different words that are a letter or two apart, or less; none for a word of up to two letters, one for
     * up to five. Digits are no slips: {@code video_25} is not near {@code video_50}.
     */
    public static boolean isNear(String word, String other) {
        int most = Math.min(MOST_LETTERS, slips(word));
        return most > 0
                && !word.equals(other)
                && digits(word).equals(digits(other))
                && distance(plain(word), plain(other), most + 1) <= most;
    }

    private static String digits(String word) {
        return word.replaceAll("[^0-9]", "");
    }

    /** The words {@code ; did you mean 'x'?}, to put behind a message; empty when no candidate is near. */
    public static String hint(String word, Collection<String> candidates) {
        return hint(word, candidates, "");
    }

    /**
     * The words {@code ; did you mean 'x'?}, to put behind a message, or {@code otherwise} when no candidate is near.
     */
    public static String hint(String word, Collection<String> candidates, String otherwise) {
        return to(word, candidates).map(Nearest::question).orElse(otherwise);
    }

    /** The words {@code ; did you mean 'x'?} for a word that the caller has found by other means. */
    public static String question(String meant) {
        return "; did you mean '" + meant + "'?";
    }

    private static int slips(String word) {
        return word.length() <= 2 ? 0 : word.length() <= 5 ? 1 : word.length() <= 9 ? 2 : 3;
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /**
     * The number of letters added, left out, changed, or swapped with their neighbour (optimal string alignment
     * distance); at least {@code limit} when the lengths alone differ by as much.
     */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
