package org.leadscore.report.file;

/** Hears of each step that changes files, before it is done, so that a test can end the run there. */
@FunctionalInterface
interface Steps {

    /** Does nothing. */
    Steps NONE = step -> {};

    /** Hears of the next step, such as {@code move leads.csv}. */
    void before(String step);
}
