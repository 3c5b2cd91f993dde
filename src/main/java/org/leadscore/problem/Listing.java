package org.leadscore.problem;

import java.util.List;

/** Lists names in a message, and counts those for which there is no room. */
public final class Listing {

    private Listing() {}

    /** Joins names as {@code a, b, c}, or as {@code a, b and 7 more} when there are more than {@code most}. */
    public static String of(List<String> names, int most) {
        int more = names.size() - most;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + more + " more";
    }
}
