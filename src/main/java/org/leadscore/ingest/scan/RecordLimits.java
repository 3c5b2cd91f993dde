package org.leadscore.ingest.scan;

import java.io.Serializable;

/**
 * The limits within which quotes are followed.
 *
 * @param field the most bytes, as UTF-8, that may stand between the quotes of a field
 * @param held the most bytes from the start of a record of several lines to the last of its quotes, if it is to be read; they
 *     are held in memory
 * @param record the most bytes to the last of its quotes, if it is to be rejected as a whole
 * @param unfinished the most bytes of a record whose quotes are open at the end of the text, and which is neither read nor
 *     rejected, as the rest of it may still be written
 */
public record RecordLimits(int field, int held, int record, int unfinished) implements Serializable {

    public static final RecordLimits USUAL = new RecordLimits(1 << 22, 1 << 23, 1 << 27);

    /** The limits for a file that is still written. */
    public static final RecordLimits GROWING = new RecordLimits(USUAL.field, USUAL.held, USUAL.record, 1 << 16);

    /** Limits for a text that is complete. */
    public RecordLimits(int field, int held, int record) {
        this(field, held, record, 0);
    }
}
