package org.leadscore.history;

import org.leadscore.calibrate.rows.Entry;
import org.leadscore.lead.Text;
import org.leadscore.rules.rewrite.NumberPlace;

/** Finds the place in a rule file of the points of a column's entry. */
final class Places {

    private Places() {}

    /**
     * The place of an entry's points.
     *
     * @param index of the entry in its column
     */
    static NumberPlace of(String rule, Entry entry, int index) {
        return switch (entry.place()) {
            case RULE, EACH -> new NumberPlace.Points(rule);
            case VALUE -> new NumberPlace.Value(rule, Text.fold(entry.label()));
            case OTHERWISE -> new NumberPlace.Otherwise(rule);
            case TIER -> new NumberPlace.Tier(rule, index);
        };
    }
}
