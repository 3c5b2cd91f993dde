package org.leadscore.engine.files;

/**
 * Thrown when a run, or a part of one, does not fit into memory, so that it is done again in smaller parts. Carries no
 * stack trace.
 */
public final class DoesNotFit extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Has no message: it is caught where the work is divided. */
    public DoesNotFit() {
        super("more than memory has room for", null, false, false);
    }
}
