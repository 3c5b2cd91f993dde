package org.leadscore.problem;

import java.util.List;

/** Names in a message, of which there may be too many to name them all. */
public final class Listing {

    private Listing() {}

    /** {@code a, b, c}, or {@code a, b and 7 more} when there are more than {@code most}. */
    public static String of(List<String> names, int most) {
        int more = names.size() - most;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + more + " more";
    }
}
