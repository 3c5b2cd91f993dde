package org.leadscore.engine;

/** What cannot be made smaller does not fit, not even alone: with so little memory there is no result. */
public final class TooLittleMemory extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long heap;

    /**
     * Ends the run.
     *
     * @param what does not fit, as the user knows it
     * @param heap about how many bytes Java would need for objects
     */
    TooLittleMemory(String what, long heap) {
        super(what);
        this.heap = heap;
    }

    public long heap() {
        return heap;
    }
}
