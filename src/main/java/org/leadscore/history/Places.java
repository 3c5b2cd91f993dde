package org.leadscore.history;

import org.leadscore.calibrate.Entry;
import org.leadscore.lead.Text;
import org.leadscore.rules.NumberPlace;

/** Where the entries of columns stand in a rule file. */
final class Places {

    private Places() {}

    /** @param index of the entry in its column */
    static NumberPlace of(String rule, Entry entry, int index) {
        return switch (entry.place()) {
            case RULE, EACH -> new NumberPlace.Points(rule);
            case VALUE -> new NumberPlace.Value(rule, Text.fold(entry.label()));
            case OTHERWISE -> new NumberPlace.Otherwise(rule);
            case TIER -> new NumberPlace.Tier(rule, index);
        };
    }
}
