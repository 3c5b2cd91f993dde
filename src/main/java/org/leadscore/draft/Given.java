package org.leadscore.draft;

import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.Sample;

/**
 * A file that the user gave.
 *
 * @param path as the rule file is to name it
 * @param log the name of the log that it is said to be, blank for one without a name; null where that was not said
 */
public record Given(
        Sample sample, String path, Role role, @Nullable String log) {

    /** What the user said that a file is. */
    public enum Role {
        CONTACTS,
        EVENTS,
        UNSAID
    }
}
