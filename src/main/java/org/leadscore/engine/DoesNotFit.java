package org.leadscore.engine;

/**
 * Thrown when a run, or a part of one, does not fit into memory, so that it is done again in smaller parts. Carries no
 * stack trace.
 */
final class DoesNotFit extends RuntimeException {

    private static final long serialVersionUID = 1;

    DoesNotFit() {
        super("more than memory has room for", null, false, false);
    }
}
