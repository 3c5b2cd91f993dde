package org.leadscore.report;

/** Told before each step that changes files, so that a test can end the run there. */
@FunctionalInterface
interface Steps {

    /** Tells nobody. */
    Steps NONE = step -> {};

    /** What comes next, such as {@code move leads.csv}. */
    void before(String step);
}
