package org.leadscore.engine;

/** Ends what is done in memory and does not fit there, be it a run or a part of one, so that it is done in smaller parts. */
final class DoesNotFit extends RuntimeException {

    private static final long serialVersionUID = 1;

    DoesNotFit() {
        super("more than memory has room for", null, false, false);
    }
}
