package org.leadscore.rules;

import java.util.List;

/**
 * A log of what leads did.
 *
 * @param key columns that identify an event across overlapping exports; empty when there is no such thing
 */
public record EventSource(
        String name,
        SourceFiles files,
        Dialect dialect,
        LeadKey.Named lead,
        TimeColumns time,
        EventName event,
        List<Field> key) {

    public EventSource {
        key = List.copyOf(key);
    }
}
