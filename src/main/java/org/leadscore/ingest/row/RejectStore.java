package org.leadscore.ingest.row;

/** Keeps the rejects of a table's chunks, as bytes, until the table has been read. Safe for several threads. */
public interface RejectStore {

    /**
     * Keeps some bytes.
     *
     * @return the place to {@link #get} them from
     */
    long put(byte[] rejects);

    /** Returns the bytes that were put at a place. */
    byte[] get(long place, int length);
}
