package org.leadscore.cli.option;

/** The amount of text on standard error. */
public enum Verbosity {
    /** Warnings and errors only. */
    QUIET,
    /** Progress and the summary. */
    NORMAL,
    /** The summary, the time of each phase, and the warnings of the rule file. */
    VERBOSE
}
