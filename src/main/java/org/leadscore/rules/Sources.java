package org.leadscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the data comes from. Without contacts every lead seen in the events is scored.
 *
 * @param objections null when nobody is to be left out
 */
public record Sources(
        @Nullable ContactSource contacts,
        List<EventSource> events,
        @Nullable OutcomeSource outcomes,
        @Nullable ObjectionSource objections) {

    public Sources {
        events = List.copyOf(events);
    }

    /** False when leads are named by the number of their row, which is another one in another export. */
    public boolean haveIds() {
        return contacts == null || contacts.lead() instanceof LeadKey.Named;
    }

    /** Whether the case of leads' ids counts, which is the same for all sources. */
    public boolean areIdsExact() {
        return contacts == null
                ? events.stream().anyMatch(log -> log.lead().exact())
                : contacts.lead() instanceof LeadKey.Named named && named.exact();
    }
}
