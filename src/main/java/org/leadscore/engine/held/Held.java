package org.leadscore.engine.held;

import java.util.List;
import org.leadscore.ingest.row.Reject;

/**
 * All that the sources hold about some leads, in the order of sources, files and lines. Made by {@link HeldReader}, taken by
 * whoever has to tell a person.
 *
 * @param contacts of the contact list, and of lookups whose keys are their ids
 * @param events of all logs, whether or not the contact list has their lead
 * @param links of the files that link ids to others
 * @param rejects rows that cannot be read, and that hold an id of theirs
 */
public record Held(
        List<HeldRow> contacts,
        List<HeldRow> events,
        List<HeldRow> outcomes,
        List<HeldRow> links,
        List<Reject> rejects) {

    public Held {
        contacts = List.copyOf(contacts);
        events = List.copyOf(events);
        outcomes = List.copyOf(outcomes);
        links = List.copyOf(links);
        rejects = List.copyOf(rejects);
    }

    /** True when no source has a row about them. */
    public boolean isNothing() {
        return contacts.isEmpty() && events.isEmpty() && outcomes.isEmpty() && links.isEmpty() && rejects.isEmpty();
    }
}
