package org.leadscore.ingest.scan;

/**
 * A record that a quoted field spoils, as offsets in the bytes that were looked through. Found by {@link QuoteScan}, made a
 * reject by {@code ChunkReader}.
 *
 * @param start of the record
 * @param end of the physical line in which the quoted field begins, without its line end
 * @param next the start of the next line, where reading resumes
 * @param at the place of the trouble, between start and end
 * @param seen behind the last byte that had to be looked at to tell
 */
public record BrokenQuote(int start, int end, int next, int at, int seen, String reason) {

    public static final String NEVER_CLOSED = "a quote that is never closed";
    static final String TEXT_AFTER = "text after a closing quote";
}
