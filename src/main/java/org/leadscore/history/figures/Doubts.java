package org.leadscore.history.figures;

import java.util.List;

/**
 * Reasons to doubt the figures, and what was looked for.
 *
 * @param suspects what seems to give the outcome away
 * @param others clauses about fields that look a little like it
 * @param fields of contacts that are known only as of the export; none in a flat history
 * @param neverFired names of rules that no lead fulfils
 * @param warnings whole sentences
 * @param hasBounds true when the rules have bounds or inactivity, which learning does not know
 * @param unmet sentences, one for each gate that is not met
 */
public record Doubts(
        List<Suspicion> suspects,
        List<String> others,
        List<String> fields,
        List<String> neverFired,
        List<String> warnings,
        boolean hasBounds,
        List<String> unmet) {

    public Doubts {
        suspects = List.copyOf(suspects);
        others = List.copyOf(others);
        fields = List.copyOf(fields);
        neverFired = List.copyOf(neverFired);
        warnings = List.copyOf(warnings);
        unmet = List.copyOf(unmet);
    }

    /**
     * Something that seems to give the outcome away.
     *
     * @param finding a clause that says what was seen
     * @param rules that look at it, and are left out
     * @param isTrusted true when a person vouches for it
     */
    public record Suspicion(String name, String finding, List<String> rules, boolean isTrusted) {

        public Suspicion {
            rules = List.copyOf(rules);
        }
    }
}
