package org.leadscore.ingest;

/** Keeps the rejects of a table's chunks, as bytes, until the table has been read. Safe for several threads. */
public interface RejectShelf {

    /**
     * Keeps some bytes.
     *
     * @return where they are
     */
    long put(byte[] rejects);

    /** What was put there. */
    byte[] get(long place, int length);
}
