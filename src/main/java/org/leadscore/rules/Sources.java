package org.leadscore.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the data comes from. Without contacts every lead seen in the events is scored. */
public record Sources(
        @Nullable ContactSource contacts,
        List<EventSource> events,
        @Nullable OutcomeSource outcomes) {

    public Sources {
        events = List.copyOf(events);
    }
}
