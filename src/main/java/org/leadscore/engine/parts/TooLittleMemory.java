package org.leadscore.engine.parts;

/**
 * Thrown when a single lead's data exceeds the memory budget even when scored alone. Caught by the command, which names
 * the heap that would do.
 */
public final class TooLittleMemory extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long heap;

    /**
     * An exception for one lead.
     *
     * @param what does not fit, as the user knows it
     * @param heap about the number of bytes that Java would need for objects
     */
    TooLittleMemory(String what, long heap) {
        super(what);
        this.heap = heap;
    }

    /** About the number of bytes of heap with which it would fit. */
    public long heap() {
        return heap;
    }
}
