package org.leadscore.draft;

import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.table.Preview;

/**
 * A file that the user gave to {@code init}.
 *
 * @param path as the rule file is to name it
 * @param log the name that the user gave to its log, blank for a log without a name; null when the user named no log
 */
public record Given(
        Preview sample, String path, Role role, @Nullable String log) {

    /** The role that the user gave to a file; {@code UNSAID} when it is to be guessed. */
    public enum Role {
        CONTACTS,
        EVENTS,
        UNSAID
    }
}
