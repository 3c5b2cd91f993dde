package org.leadscore.rules.source;

import java.util.List;
import java.util.stream.Stream;
import org.leadscore.lead.ZoneDays;
import org.leadscore.rules.condition.Field;

/**
 * A log of events, which say what leads did.
 *
 * @param event the origin of the event's name
 * @param key columns that identify an event across overlapping exports; empty when there are none
 * @param expect the least that it must bring
 * @param newestCounts true when of rows with the same key the newest counts; otherwise it is the first as text
 */
public record EventSource(
        String name,
        SourceFiles files,
        Dialect dialect,
        LeadKey.Named lead,
        TimeColumns time,
        EventName event,
        List<Field> key,
        Demand expect,
        boolean newestCounts) {

    public EventSource {
        key = List.copyOf(key);
    }

    /**
     * The log of a rule file that says nothing of logs.
     *
     * @param exact whether the case of the lead's id counts, which is the same for all sources
     * @param zone of times that name none
     */
    public static EventSource usual(SourceFiles files, boolean exact, ZoneDays zone) {
        return new EventSource(
                "events",
                files,
                Dialect.usual(zone)
                        .knownBy(Stream.of(
                                        LeadKey.Named.usual(files.at(), exact).fields(),
                                        TimeColumns.usual(files.at(), zone)
                                                .columns()
                                                .fields(),
                                        EventName.FromColumn.usual(files.at()).fields())
                                .flatMap(List::stream)
                                .toList()),
                LeadKey.Named.usual(files.at(), exact),
                TimeColumns.usual(files.at(), zone),
                EventName.FromColumn.usual(files.at()),
                List.of(),
                Demand.NONE,
                false);
    }

    /** The same log in other files. */
    public EventSource withFiles(SourceFiles others) {
        return new EventSource(name, files.replacedBy(others), dialect, lead, time, event, key, expect, newestCounts);
    }

    /** The same log, in which rows with the same key are different events. */
    public EventSource withoutKey() {
        return new EventSource(name, files, dialect, lead, time, event, List.of(), expect, false);
    }
}
