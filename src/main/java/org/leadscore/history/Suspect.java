package org.leadscore.history;

import java.util.List;

/**
 * A field of contacts, an event or a rule that seems to give the outcome away: rather the sale made it than it the sale.
 * Found by {@link Suspects}, shown by {@link PastText}.
 *
 * @param name by which it is trusted
 * @param finding a clause that says what was seen
 * @param rules those that look at it and are left out
 * @param isTrusted true when a person vouches for it
 */
record Suspect(Kind kind, String name, String finding, List<String> rules, boolean isTrusted) {

    /** The kind of a suspect. */
    enum Kind {
        FIELD,
        EVENT,
        RULE
    }

    Suspect {
        rules = List.copyOf(rules);
    }
}
