package org.leadscore.cli;

/** How much is said on standard error. */
enum Verbosity {
    /** Only what has to be looked at. */
    QUIET,
    NORMAL,
    /** Also where the time went, and what the rule file could do better. */
    VERBOSE
}
