package org.leadscore.engine;

/** Ends a run that holds everything in memory, for one that does not. */
final class DoesNotFit extends RuntimeException {

    private static final long serialVersionUID = 1;

    DoesNotFit() {
        super("more than memory has room for", null, false, false);
    }
}
